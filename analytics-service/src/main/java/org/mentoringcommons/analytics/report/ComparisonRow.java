package org.mentoringcommons.analytics.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.KruskalWallis;
import org.mentoringcommons.analytics.study.Tables.Comparison;

/**
 * Whether the declared groups differ on one scale, before and now. A group is who chose its code and none of the other
 * groups'; somebody in two groups would be counted twice.
 */
final class ComparisonRow implements AnswerReader {

    private final String item;
    private final Scale scale;
    private final Map<String, TreeMap<Integer, Long>> before = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Long>> now = new LinkedHashMap<>();

    ComparisonRow(Comparison comparison, Scale scale) {
        this.item = comparison.item();
        this.scale = scale;
        comparison.groups().forEach(group -> {
            before.put(group, new TreeMap<>());
            now.put(group, new TreeMap<>());
        });
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        Set<String> groups = new HashSet<>(answers.codes(item));
        groups.retainAll(before.keySet());
        if (groups.size() == 1) {
            String group = groups.iterator().next();
            answers.sums(scale).ifPresent(sums -> {
                before.get(group).merge(sums.then(), 1L, Long::sum);
                now.get(group).merge(sums.now(), 1L, Long::sum);
            });
        }
    }

    Row build() {
        return new Row(scale.key(), compare("p_before", before), compare("p_now", now));
    }

    private static Measure compare(String name, Map<String, TreeMap<Integer, Long>> tallies) {
        List<Counts> groups = tallies.values().stream().map(Counts::of).toList();
        KruskalWallis.Result result = KruskalWallis.withDefaults().test(groups);
        return Measure.number(
                name, result.p(), result.n(), result.method(), result.outcome().explanation());
    }
}
