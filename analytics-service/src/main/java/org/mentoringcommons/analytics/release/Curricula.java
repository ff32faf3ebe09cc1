package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey.Subject;
import org.mentoringcommons.analytics.statistics.Method;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.WelchT;

/** Curriculum against curriculum: differences of mean gains, from the lines of curricula as they are shown. */
final class Curricula {

    static final String SECTION = "curricula";
    static final String CAVEAT =
            "Differences of mean gains between curricula, with Welch's 95 % interval, from their lines as they are shown,"
                    + " rounded. Nobody was assigned to a curriculum by chance: curricula reach other people, at other"
                    + " institutions, in other years, in other forms, and were chosen for them. A difference is no effect of a"
                    + " curriculum. Gains are what people say of themselves, before and now, after the workshop. Answers within"
                    + " a workshop are alike, which widens the true interval; intervals are not corrected for how many there"
                    + " are. One that includes 0 does not say that curricula are equal. Of more than twelve curricula, the"
                    + " twelve with most people are compared.";

    private static final int MOST = 12;

    private Curricula() {}

    private record One(String curriculum, Moments gain) {}

    static List<Derived> of(List<Entry> entries) {
        Map<String, List<One>> scales = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.subject() == Subject.GAIN
                    && entry.cell().keySet().equals(java.util.Set.of(Dimension.CURRICULUM))) {
                entry.gain().ifPresent(gain -> scales.computeIfAbsent(entry.name(), none -> new ArrayList<>())
                        .add(new One(entry.cell().get(Dimension.CURRICULUM), gain)));
            }
        }
        List<Derived> lines = new ArrayList<>();
        scales.forEach((scale, curricula) -> pairs(scale, curricula, lines));
        return lines;
    }

    private static void pairs(String scale, List<One> curricula, List<Derived> lines) {
        List<One> largest = curricula.stream()
                .sorted(Comparator.comparingLong((One one) -> -one.gain().n()).thenComparing(One::curriculum))
                .limit(MOST)
                .sorted(Comparator.comparing(One::curriculum))
                .toList();
        for (int first = 0; first < largest.size(); first++) {
            for (One second : largest.subList(first + 1, largest.size())) {
                compare(scale, largest.get(first), second, lines);
            }
        }
    }

    private static void compare(String scale, One first, One second, List<Derived> lines) {
        WelchT.Result test = WelchT.withDefaults().test(first.gain(), second.gain());
        Method method = new Method(
                "Welch interval of curriculum lines as released", test.method().version());
        String row = scale + " / " + first.curriculum() + " − " + second.curriculum();
        test.difference().ifPresent(difference -> {
            Derived line = Derived.number(
                    SECTION,
                    row,
                    "difference",
                    difference,
                    first.gain().n() + second.gain().n(),
                    method);
            lines.add(test.interval().map(line::within).orElse(line));
        });
    }
}
