package org.mentoringcommons.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedCell;

/**
 * Who reads release after release. Unknown is, of everybody who was in a stratum and whose answer was one at the first release,
 * the same or another or none at the next and so on, what each of these answers sums up to.
 */
final class Histories {

    private static final int FEW = 11;
    private static final int FEW_BESIDE_ONE = 5;
    private static final int ABSENT = -1;

    /** An answer of people who gave the same at the same releases. */
    private record Answer(CellKey stratum, List<Integer> history, int version) {}

    private record Reading(List<Person> people, Published release, boolean anew) {}

    private final List<Reading> readings = new ArrayList<>();
    private int looked;

    /**
     * A release is read.
     *
     * @param people those it was made of; null once they are gone
     * @param anew whether it shows everything as of then
     */
    void read(List<Person> people, Published release, boolean anew) {
        readings.add(new Reading(new ArrayList<>(people), release, anew));
    }

    /** {@return sets of few people who changed, whom something is told about} */
    List<String> told(MeasureKey measure, String figure) {
        return told(measure, figure, false);
    }

    /** {@return the same, of people of any two strata together, too} */
    List<String> told(MeasureKey measure, String figure, boolean pairs) {
        boolean counts = figure.equals("n");
        Map<Integer, List<Integer>> histories = histories(counts);
        List<CellKey> strata = OddStudy.strata(readings.stream()
                .flatMap(reading -> reading.people().stream())
                .filter(java.util.Objects::nonNull)
                .toList());
        Map<Answer, Integer> unknowns = unknowns(strata, counts ? 1 : 2);
        List<BitSet> known = new ArrayList<>();
        Set<CellKey> cells = new TreeSet<>(strata);
        List<List<CellKey>> sets = new ArrayList<>();
        for (int one = 0; pairs && one < strata.size(); one++) {
            for (CellKey other : strata.subList(one + 1, strata.size())) {
                sets.add(List.of(strata.get(one), other));
            }
        }
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            int release = i;
            for (CellKey cell : OddStudy.cells(reading.release(), measure, figure, one -> isOfNow(reading, one))) {
                cells.add(cell);
                known.add(
                        some(unknowns, List.of(cell), answer -> answer.history().get(release) == answer.version()));
            }
        }
        cells.forEach(cell -> sets.add(List.of(cell)));
        Span span = new Span(unknowns.size(), known);
        List<String> told = new ArrayList<>();
        for (int later = 1; later < readings.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                int one = earlier;
                int other = later;
                for (List<CellKey> set : sets) {
                    if (areFew(set, histories, one, other)) {
                        looked++;
                        BitSet changed = some(unknowns, set, answer -> !answer.history()
                                .get(one)
                                .equals(answer.history().get(other)));
                        if (span.tellsOf(changed)) {
                            told.add(set + " between " + one + " and " + other);
                        }
                    }
                }
            }
        }
        return told;
    }

    /** {@return how many sets of few people who changed were looked at} */
    int looked() {
        return looked;
    }

    private static boolean isOfNow(Reading reading, PublishedCell cell) {
        return reading.anew() || cell.origin().orElse(0) == reading.release().number();
    }

    /** Few altogether, or few beside those of one institution. */
    private boolean areFew(List<CellKey> set, Map<Integer, List<Integer>> histories, int one, int other) {
        Map<Integer, Integer> byInstitution = new HashMap<>();
        histories.forEach((place, history) -> {
            Person who = who(place);
            if (set.stream().anyMatch(who::isOf) && !history.get(one).equals(history.get(other))) {
                byInstitution.merge(who.institution(), 1, Integer::sum);
            }
        });
        int all = byInstitution.values().stream().mapToInt(Integer::intValue).sum();
        int most = byInstitution.values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return all > 0 && (all < FEW || all - most < FEW_BESIDE_ONE);
    }

    private Person who(int place) {
        return readings.stream()
                .filter(reading ->
                        place < reading.people().size() && reading.people().get(place) != null)
                .map(reading -> reading.people().get(place))
                .findFirst()
                .orElseThrow();
    }

    /** By place in the list: at each release, which of their answers people had given. */
    private Map<Integer, List<Integer>> histories(boolean counts) {
        Map<Integer, List<Integer>> histories = new LinkedHashMap<>();
        int places = readings.get(readings.size() - 1).people().size();
        for (int place = 0; place < places; place++) {
            List<Integer> history = new ArrayList<>();
            Boolean first = null;
            for (Reading reading : readings) {
                Person now = place < reading.people().size() ? reading.people().get(place) : null;
                first = first == null && now != null ? Boolean.valueOf(now.favourable()) : first;
                history.add(now == null ? ABSENT : counts || now.favourable() == first ? 0 : 1);
            }
            if (first != null) {
                histories.put(place, history);
            }
        }
        return histories;
    }

    private Map<Answer, Integer> unknowns(List<CellKey> strata, int versions) {
        List<List<Integer>> every = new ArrayList<>(List.of(List.of()));
        for (int release = 0; release < readings.size(); release++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> history : every) {
                for (int version = ABSENT; version < versions; version++) {
                    List<Integer> more = new ArrayList<>(history);
                    more.add(version);
                    longer.add(more);
                }
            }
            every = longer;
        }
        Map<Answer, Integer> unknowns = new LinkedHashMap<>();
        for (CellKey stratum : strata) {
            for (List<Integer> history : every) {
                for (int version = 0; version < versions; version++) {
                    if (history.contains(version)) {
                        unknowns.put(new Answer(stratum, history, version), unknowns.size());
                    }
                }
            }
        }
        return unknowns;
    }

    private static BitSet some(
            Map<Answer, Integer> unknowns, List<CellKey> set, java.util.function.Predicate<Answer> which) {
        BitSet some = new BitSet();
        unknowns.forEach((answer, number) -> {
            if (which.test(answer)
                    && set.stream().anyMatch(cell -> answer.stratum()
                            .categories()
                            .entrySet()
                            .containsAll(cell.categories().entrySet()))) {
                some.set(number);
            }
        });
        return some;
    }
}
