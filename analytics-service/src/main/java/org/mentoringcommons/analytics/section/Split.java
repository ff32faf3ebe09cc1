package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * One scale's people in groups.
 *
 * @param groups their names
 * @param tables before and now of each group, in the same order
 */
record Split(Sample sample, List<String> groups, List<PairTable> tables) {

    /** What is compared: the scores before, now, or their difference. */
    enum View {
        BEFORE("before") {
            @Override
            Counts of(PairTable table) {
                return table.before();
            }
        },
        NOW("now") {
            @Override
            Counts of(PairTable table) {
                return table.now();
            }
        },
        GAIN("gain") {
            @Override
            Counts of(PairTable table) {
                return table.differences();
            }
        };

        private final String word;

        View(String word) {
            this.word = word;
        }

        abstract Counts of(PairTable table);

        String word() {
            return word;
        }
    }

    String scale() {
        return sample.key();
    }

    Counts counts(int group, View view) {
        return view.of(tables.get(group));
    }

    Moments moments(int group, View view) {
        return Moments.of(counts(group, view), sample.unitsPerPoint());
    }

    long n(int group) {
        return tables.get(group).n();
    }

    /** One row a group: how many, and the three means. */
    List<Row> rows() {
        return java.util.stream.IntStream.range(0, groups.size())
                .mapToObj(this::row)
                .toList();
    }

    private Row row(int group) {
        return new GroupRow(scale() + " / " + groups.get(group), tables.get(group)).build();
    }
}
