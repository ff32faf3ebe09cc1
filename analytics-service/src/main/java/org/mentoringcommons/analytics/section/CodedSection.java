package org.mentoringcommons.analytics.section;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.response.Population.Consented;

/**
 * What people wrote about, one row a code, most frequent first. A text can carry several codes, so there are two bases:
 * {@code percent} of the coded texts and {@code percent_of_assignments}; the n of each is its total.
 */
record CodedSection(String section, CodedTexts<Consented> texts) {

    private static final String TWO_BASES =
            "A text can carry several codes; percentages of texts add up to more than 100 then.";

    Section build() {
        Comparator<Map.Entry<String, Long>> mostFrequent =
                Map.Entry.<String, Long>comparingByValue().reversed();
        List<Row> rows = texts.codes().entrySet().stream()
                .sorted(mostFrequent.thenComparing(Map.Entry.comparingByKey()))
                .map(code -> row(code.getKey(), code.getValue()))
                .toList();
        return new Section(section, "Free text: " + Label.of(section), List.of(TWO_BASES), rows);
    }

    private Row row(String code, long count) {
        return new Row(
                code,
                Measure.count(count, texts.texts()),
                Measure.percent(count, texts.texts()),
                Measure.percent("percent_of_assignments", count, texts.assignments()));
    }
}
