package org.mentoringcommons.analytics.extract;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.extract.Column.Description;
import org.mentoringcommons.analytics.extract.Column.Type;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;

/**
 * The columns of a study's row file: one row a person; the population, the workshop, the instrument, then every item of
 * the study's instruments. An item that several versions ask in one form is one column; asked in another form it is
 * another, whose name says so.
 */
final class Columns {

    private final List<Column> all = new ArrayList<>();

    private Columns(StudyInstruments instruments, String population) {
        workshop("population", Type.TEXT, workshop -> population, "whose answers", population);
        workshop("institution", Type.TEXT, DeliveredWorkshop::institution, "id of the institution");
        workshop("workshop", Type.TEXT, workshop -> workshop.id().toString(), "id of the workshop");
        workshop(
                "day",
                Type.TEXT,
                workshop -> workshop.day().format(DateTimeFormatter.ISO_LOCAL_DATE),
                "day the last session ended, where it was held");
        workshop("minutes", Type.INTEGER, DeliveredWorkshop::minutes, "all sessions together");
        workshop("mode", Type.TEXT, DeliveredWorkshop::mode, "how it was held", "in_person", "online", "hybrid");
        workshop("audience", Type.TEXT, DeliveredWorkshop::audience, "for whom", "mentee", "mentor", "combined");
        workshop("attended", Type.INTEGER, DeliveredWorkshop::attended, "people present in at least one session");
        workshop(
                "coverage_known",
                Type.INTEGER,
                workshop -> workshop.modules().isPresent() ? 1 : 0,
                "whether anybody knows which modules were covered",
                "0",
                "1");
        workshop(
                "modules",
                Type.TEXT,
                workshop -> workshop.modules()
                        .filter(modules -> !modules.isEmpty())
                        .map(modules ->
                                String.join(";", modules.stream().sorted().toList()))
                        .orElse(null),
                "modules covered, separated by semicolons");
        add(new Column(
                "instrument", Type.TEXT, (w, instrument, a) -> instrument.key(), Description.ofWorkshop("its key")));
        add(new Column(
                "instrument_version",
                Type.TEXT,
                (w, instrument, a) -> instrument.version(),
                Description.ofWorkshop("its version")));
        forms(instruments).forEach((item, asking) -> items(new ItemColumns(instruments, item, asking)));
    }

    static List<Column> of(StudyInstruments instruments, String population) {
        return List.copyOf(new Columns(instruments, population).all);
    }

    /** Each item in each form it is asked in, with the instruments that ask it so. */
    private static Map<Item, Set<InstrumentReference>> forms(StudyInstruments instruments) {
        Map<Item, Set<InstrumentReference>> forms = new LinkedHashMap<>();
        instruments.structures().forEach((reference, structure) -> structure
                .items()
                .forEach(item ->
                        forms.computeIfAbsent(item, form -> new HashSet<>()).add(reference)));
        return forms;
    }

    private void items(ItemColumns columns) {
        columns.build().forEach(this::add);
    }

    private void workshop(
            String name, Type type, Function<DeliveredWorkshop, Object> value, String meaning, String... codes) {
        add(new Column(name, type, (workshop, i, a) -> value.apply(workshop), Description.ofWorkshop(meaning, codes)));
    }

    /** No two columns have one name, whatever keys an instrument chose. */
    private void add(Column column) {
        Set<String> taken = new HashSet<>();
        all.forEach(other -> taken.add(other.name()));
        String name = column.name();
        for (int next = 2; taken.contains(name); next++) {
            name = column.name() + "__" + next;
        }
        all.add(column.named(name));
    }
}
