package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.study.Grouping;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** With what was asked, what of it is not pooled, and what is known of its validity. */
record InstrumentsSection(Study.Definition definition, StudyInstruments instruments, Places places) {

    Section build() {
        return new Section(
                "instruments",
                "Instruments",
                notes(),
                definition.inclusion().instruments().stream().map(this::row).toList());
    }

    private List<String> notes() {
        List<String> notes =
                new ArrayList<>(Caveat.validation(definition.inclusion().instruments(), instruments));
        notes.add(Caveat.THEN_NOW);
        asked().distinct().forEach(item -> instruments
                .gapOfItem(item)
                .ifPresent(gap -> notes.add("Not pooled: " + item + ": " + gap
                        + ". Only answers of the first version that asks it, and of those declared the same, count.")));
        return notes;
    }

    /** Items that tables and groups are about; scales say themselves what keeps them apart. */
    private Stream<String> asked() {
        Tables tables = definition.tables();
        Stream<String> groups = Stream.concat(
                Stream.ofNullable(tables.comparison()).map(Tables.Comparison::item),
                definition.groupings().stream().map(Grouping::item).filter(Objects::nonNull));
        return Stream.of(
                        Stream.concat(tables.participants().stream(), tables.coded().stream())
                                .map(Tables.ItemTable::item),
                        tables.satisfaction().stream().map(Tables.SatisfactionRow::item),
                        groups)
                .flatMap(items -> items);
    }

    private Row row(InstrumentReference instrument) {
        long workshops = IntStream.range(0, places.size())
                .filter(place -> places.workshop(place).instruments().contains(instrument))
                .count();
        return new Row(
                instrument.key() + " " + instrument.version(), Measure.count("workshops", workshops, places.size()));
    }
}
