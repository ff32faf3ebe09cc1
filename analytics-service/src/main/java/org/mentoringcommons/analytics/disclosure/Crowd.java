package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is certain about people of whom it is not known exactly who they are. They are counted in several ways, and each way is
 * told apart into parts: of which institution they are, or what they answered. Immutable.
 */
public final class Crowd {

    /** So many parts of one way of counting may be taken away and what is certain of the rest is still told. */
    private final int away;

    private final List<Counted> ways;

    /**
     * One way of counting people.
     *
     * @param people at least so many
     * @param parts of every part, at most so many of them go when the part is taken away
     */
    public record Counted(long people, Map<Long, Long> parts) {

        /** {@return at least how many are outside any so many of the parts} */
        public long outside(int largest) {
            return people - largest(parts, largest);
        }

        private static long largest(Map<Long, Long> parts, int many) {
            if (many == 1) {
                long most = 0;
                for (long part : parts.values()) {
                    most = Math.max(most, part);
                }
                return most;
            }
            return parts.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(many)
                    .mapToLong(Long::longValue)
                    .sum();
        }

        private Counted with(Counted others) {
            Map<Long, Long> both = new HashMap<>(parts);
            others.parts.forEach((part, count) -> both.merge(part, count, Long::sum));
            return new Counted(Math.addExact(people, others.people), both);
        }

        /** The fewer of the two; what goes with a part is what goes with it of the fewer, if the others stay more without any. */
        private Counted orElse(Counted others, int away) {
            if (people > others.people) {
                return others.orElse(this, away);
            }
            if (people == 0 || others.outside(away) >= people) {
                return this;
            }
            Map<Long, Long> most = new HashMap<>(parts);
            others.parts.forEach((part, count) -> most.merge(part, count, Math::max));
            return new Counted(people, most);
        }
    }

    /**
     * People who are known.
     *
     * @param away up to how many parts rules take away at once
     * @param ways of counting, the same for all crowds that are compared; the first counts everybody
     */
    public Crowd(int away, List<Counted> ways) {
        this.away = away;
        this.ways = List.copyOf(ways);
    }

    /** {@return what is certain if these and those are there, none of them both} */
    public Crowd with(Crowd others) {
        List<Counted> both = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            both.add(ways.get(way).with(others.ways.get(way)));
        }
        return new Crowd(away, both);
    }

    /** {@return what is certain if these are there or those} */
    public Crowd orElse(Crowd others) {
        List<Counted> either = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            either.add(ways.get(way).orElse(others.ways.get(way), away));
        }
        return new Crowd(away, either);
    }

    /** {@return at least how many people there are} */
    public long people() {
        return ways.get(0).people();
    }

    /** {@return the people counted in one way} */
    public Counted counted(int way) {
        return ways.get(way);
    }
}
