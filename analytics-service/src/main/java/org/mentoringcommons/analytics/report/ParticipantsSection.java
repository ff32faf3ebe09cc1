package org.mentoringcommons.analytics.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;

/**
 * Who answered, by the options of one item in the item's order, those nobody chose included. Where several may be
 * chosen the options add up to more than everybody, so there are two bases: {@code percent} of the people who answered
 * the item and {@code percent_of_selections}.
 */
final class ParticipantsSection implements AnswerReader {

    private final String section;
    private final String item;
    private final Map<String, Long> chosen = new LinkedHashMap<>();
    private long people;
    private long selections;

    ParticipantsSection(String section, String item, List<String> options) {
        this.section = "participants." + section;
        this.item = item;
        options.forEach(option -> chosen.put(option, 0L));
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        List<String> codes = answers.codes(item);
        people += codes.isEmpty() ? 0 : 1;
        selections += codes.size();
        codes.forEach(code -> chosen.merge(code, 1L, Long::sum));
    }

    Section build() {
        return new Section(
                section,
                chosen.entrySet().stream()
                        .map(option -> row(option.getKey(), option.getValue()))
                        .toList());
    }

    private Row row(String option, long count) {
        return new Row(
                option,
                Measure.count(count, people),
                Measure.percent(count, people),
                Measure.percent("percent_of_selections", count, selections));
    }
}
