package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.study.Tables.ItemTable;

/**
 * Who answered, by the options of one item in the item's order, those nobody chose included. Where several may be
 * chosen the options add up to more than everybody, so there are two bases: {@code percent} of the people who answered
 * the item and {@code percent_of_selections}.
 */
record ParticipantsSection(ItemTable declared, OptionTally tally) {

    private static final String TWO_BASES =
            "Who chose several options is counted at each; percentages of people add up to"
                    + " more than 100 then. Who left the question out is in neither base.";

    Section build() {
        List<Row> rows = tally.chosen().entrySet().stream()
                .map(option -> row(option.getKey(), option.getValue()))
                .toList();
        return new Section(
                "participants." + declared.section(),
                "Participants: " + Label.of(declared.section()).toLowerCase(java.util.Locale.ROOT),
                List.of(TWO_BASES),
                rows);
    }

    private Row row(String option, long count) {
        return new Row(
                option,
                Measure.count(count, tally.people()),
                Measure.percent(count, tally.people()),
                Measure.percent("percent_of_selections", count, tally.selections()));
    }
}
