package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Which of a workshop's sessions is which when they are planned anew. A session's number is given once and for good: people
 * who were there, boards and calendars know it by nothing else.
 */
final class Numbering {

    private final Map<Integer, Session> present;
    private final List<CalledOff> calledOff;
    private final List<Session> wanted;
    /** By the place of the session among those wanted. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private Numbering(Map<Integer, Session> present, List<CalledOff> calledOff, List<Session> wanted) {
        this.present = present;
        this.calledOff = calledOff;
        this.wanted = wanted;
    }

    /**
     * Numbers, in the order of time, what is wanted: as it is said; else what has begun and begins then still is the same,
     * and the others stay in their order, so that they are moved by as little as possible. What is left over is new, or was
     * called off and takes place after all.
     *
     * @param present by number, in the order of time
     * @param wanted made of what was planned, in the same order
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each number of which there is no session, or said twice
     */
    static Map<Integer, Session> of(
            Map<Integer, Session> present,
            List<CalledOff> calledOff,
            List<NewSession> planned,
            List<Session> wanted,
            Instant now) {
        Numbering numbering = new Numbering(present, calledOff, wanted);
        numbering.asSaid(planned);
        numbering.begun(now);
        numbering.inOrder();
        return numbering.andNewOnes();
    }

    private void asSaid(List<NewSession> planned) {
        List<Refusal.Violation> wrong = new ArrayList<>();
        for (int at = 0; at < planned.size(); at++) {
            Integer said = planned.get(at).number();
            String field = "sessions[" + at + "].number";
            if (said != null && numbers.containsValue(said)) {
                wrong.add(new Refusal.Violation(field, "appears before"));
            } else if (said != null && !present.containsKey(said) && !wasCalledOff(said)) {
                wrong.add(new Refusal.Violation(field, "is no session of this workshop; a new one has none yet"));
            } else if (said != null) {
                numbers.put(at, said);
            }
        }
        if (!wrong.isEmpty()) {
            throw WorkshopProblem.impossibleSessions(wrong);
        }
    }

    private void begun(Instant now) {
        for (int at : unnumbered()) {
            Instant start = wanted.get(at).startsAt();
            if (!start.isAfter(now)) {
                unmatched()
                        .filter(number -> present.get(number).startsAt().equals(start))
                        .findFirst()
                        .ifPresent(number -> numbers.put(at, number));
            }
        }
    }

    private void inOrder() {
        List<Integer> open = unnumbered();
        List<Integer> free = unmatched().toList();
        if (free.size() <= open.size()) {
            int[] places = nearest(starts(free, present::get), starts(open, wanted::get));
            IntStream.range(0, free.size()).forEach(at -> numbers.put(open.get(places[at]), free.get(at)));
        } else {
            int[] places = nearest(starts(open, wanted::get), starts(free, present::get));
            IntStream.range(0, open.size()).forEach(at -> numbers.put(open.get(at), free.get(places[at])));
        }
    }

    private Map<Integer, Session> andNewOnes() {
        for (int at : unnumbered()) {
            numbers.put(at, again(wanted.get(at)).orElseGet(this::next));
        }
        Map<Integer, Session> numbered = new LinkedHashMap<>();
        IntStream.range(0, wanted.size()).forEach(at -> numbered.put(numbers.get(at), wanted.get(at)));
        return numbered;
    }

    private Optional<Integer> again(Session session) {
        return calledOff.stream()
                .filter(gone -> gone.startsAt().equals(session.startsAt()) && !numbers.containsValue(gone.number()))
                .map(CalledOff::number)
                .findFirst();
    }

    /** Never one of a session that was called off: calendars know it. */
    private int next() {
        return 1
                + Stream.of(
                                present.keySet().stream(),
                                numbers.values().stream(),
                                calledOff.stream().map(CalledOff::number))
                        .flatMap(all -> all)
                        .max(Integer::compare)
                        .orElse(0);
    }

    private List<Integer> unnumbered() {
        return IntStream.range(0, wanted.size())
                .filter(at -> !numbers.containsKey(at))
                .boxed()
                .toList();
    }

    private Stream<Integer> unmatched() {
        return present.keySet().stream().filter(number -> !numbers.containsValue(number));
    }

    private boolean wasCalledOff(int number) {
        return calledOff.stream().anyMatch(gone -> gone.number() == number);
    }

    private static long[] starts(List<Integer> which, IntFunction<Session> sessions) {
        return which.stream()
                .map(sessions::apply)
                .mapToLong(session -> session.startsAt().toEpochMilli())
                .toArray();
    }

    /**
     * For each of the few its place among the many, at least as many, in order, so that the sum of the distances is least.
     */
    static int[] nearest(long[] few, long[] many) {
        long[][] least = new long[few.length + 1][many.length + 1];
        for (int a = 1; a <= few.length; a++) {
            for (int b = a; b <= many.length; b++) {
                long matched = least[a - 1][b - 1] + Math.abs(few[a - 1] - many[b - 1]);
                least[a][b] = b == a ? matched : Math.min(matched, least[a][b - 1]);
            }
        }
        int[] places = new int[few.length];
        for (int a = few.length, b = many.length; a > 0; b--) {
            if (b == a || least[a][b] < least[a][b - 1]) {
                places[--a] = b - 1;
            }
        }
        return places;
    }
}
