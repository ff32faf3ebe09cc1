package org.mentoringcommons.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told besides what was told before, beside an answer by brute force: every set of few people is looked at. */
class ReachTest {

    private static final int FEW = 11;
    private static final int LEVELS = 3;
    private static final int STUDIES = 1500;

    private final Random random = new Random(8);
    private final List<BitSet> groupsOf = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private int groups;

    @Test
    void whatIsFoundIsNewAndWhatIsNewIsFound() {
        int found = 0;
        int toldBefore = 0;
        for (int study = 0; study < STUDIES; study++) {
            List<BitSet> tables = study(2 + random.nextInt(2));
            BitSet published = some(0.7);
            BitSet before = some(0.5);
            before.and(published);

            Optional<Reach.Told> told = new Reach(groupsOf, tables).told(published, before, people());

            assertThat(told.isPresent())
                    .as("study %d: %s of %s, told before %s", study, sizes, groupsOf, before)
                    .isEqualTo(isAnythingNew(published, before));
            found += told.isPresent() ? 1 : 0;
            toldBefore += told.isEmpty() && isAnythingNew(published, new BitSet()) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(STUDIES / 10);
        assertThat(toldBefore).isGreaterThan(STUDIES / 100);
    }

    @Test
    void whereEverythingWasToldNothingIsNew() {
        List<BitSet> tables = study(3);
        BitSet published = some(1);

        assertThat(new Reach(groupsOf, tables).told(published, published, people()))
                .isEmpty();
    }

    /** Kinds of people by a level of each table, some of which are nobody; group 0 has everybody. */
    private List<BitSet> study(int dimensions) {
        groupsOf.clear();
        sizes.clear();
        groups = 1 + LEVELS * dimensions;
        for (int kind = 0; kind < Math.pow(LEVELS, dimensions); kind++) {
            BitSet in = new BitSet();
            in.set(0);
            for (int table = 0, rest = kind; table < dimensions; table++, rest /= LEVELS) {
                in.set(1 + table * LEVELS + rest % LEVELS);
            }
            if (random.nextInt(dimensions) == 0) {
                groupsOf.add(in);
                sizes.add((long) (random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? 30 : 1 + random.nextInt(9)));
            }
        }
        List<BitSet> tables = new ArrayList<>();
        for (int table = 0; table < dimensions; table++) {
            BitSet of = new BitSet();
            of.set(1 + table * LEVELS, 1 + (table + 1) * LEVELS);
            tables.add(of);
        }
        return tables;
    }

    private BitSet some(double share) {
        BitSet some = new BitSet();
        for (int group = 0; group < groups; group++) {
            some.set(group, random.nextDouble() < share);
        }
        return some;
    }

    private Reach.People people() {
        return new Reach.People() {
            @Override
            public Optional<Crowd> of(int kind) {
                return sizes.get(kind) == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Crowd(2, List.of(new Crowd.Counted(sizes.get(kind), Map.of((long) kind, 1L)))));
            }

            @Override
            public boolean areEnough(Crowd crowd) {
                return crowd.people() >= FEW;
            }

            @Override
            public boolean mayShow(BitSet kinds) {
                return size(kinds) >= FEW;
            }
        };
    }

    private long size(BitSet kinds) {
        return kinds.stream().mapToLong(sizes::get).sum();
    }

    /** Whether more is told of some few people than before. */
    private boolean isAnythingNew(BitSet published, BitSet before) {
        List<Integer> there = new ArrayList<>();
        for (int kind = 0; kind < sizes.size(); kind++) {
            if (sizes.get(kind) > 0) {
                there.add(kind);
            }
        }
        for (int choice = 1; choice < 1 << there.size(); choice++) {
            BitSet some = new BitSet();
            for (int i = 0; i < there.size(); i++) {
                some.set(there.get(i), (choice >> i & 1) == 1);
            }
            if (size(some) < FEW && toldOf(some, published, there) > toldOf(some, before, there)) {
                return true;
            }
        }
        return false;
    }

    /** How many independent combinations of groups are about these people alone. */
    private int toldOf(BitSet some, BitSet published, List<Integer> there) {
        List<Integer> others = there.stream().filter(kind -> !some.get(kind)).toList();
        return rank(published, there) - rank(published, others);
    }

    private int rank(BitSet published, List<Integer> kinds) {
        List<long[]> rows = new ArrayList<>();
        published.stream().forEach(group -> {
            long[] row = new long[kinds.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = groupsOf.get(kinds.get(i)).get(group) ? 1 : 0;
            }
            for (long[] other : rows) {
                int pivot = first(other);
                long factor = Modular.product(row[pivot], Modular.inverse(other[pivot]));
                for (int i = 0; i < row.length; i++) {
                    row[i] = Modular.difference(row[i], Modular.product(factor, other[i]));
                }
            }
            if (first(row) < row.length) {
                rows.add(row);
            }
        });
        return rows.size();
    }

    private static int first(long[] row) {
        int first = 0;
        while (first < row.length && row[first] == 0) {
            first++;
        }
        return first;
    }
}
