package org.mentoringcommons.deploy.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.ClusterDifferences;
import org.mentoringcommons.analytics.statistics.ClusteredSignedRank;
import org.mentoringcommons.analytics.statistics.CrossProducts;
import org.mentoringcommons.analytics.statistics.MixedModel;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.PairTable;

/** Seven scales of whoever is read: pair tables, differences by workshop, and sums by workshop with its hours. */
final class FreeReading implements AnswerReader {

    private final List<OneScale> scales =
            Mca.STRUCTURE.scales().stream().map(OneScale::new).toList();
    private DeliveredWorkshop workshop;
    private long people;

    @Override
    public void read(DeliveredWorkshop of, Answers answers) {
        if (of != workshop) {
            endWorkshop();
            workshop = of;
        }
        people++;
        for (OneScale scale : scales) {
            scale.read(answers);
        }
    }

    long people() {
        return people;
    }

    List<Object> compute() {
        endWorkshop();
        List<Object> results = new ArrayList<>();
        for (OneScale scale : scales) {
            results.addAll(Unclustered.statistics(scale.table()));
            ClusteredSignedRank.Result test = ClusteredSignedRank.withDefaults().test(scale.differences.build());
            MixedModel.Result model = MixedModel.withDefaults().fit(scale.workshops());
            if (test.outcome() != Outcome.COMPUTED || model.outcome() != Outcome.COMPUTED) {
                throw new IllegalStateException(test + " " + model);
            }
            results.add(test);
            results.add(model);
        }
        return results;
    }

    private void endWorkshop() {
        if (workshop != null) {
            scales.forEach(scale -> scale.endWorkshop(workshop.minutes()));
        }
    }

    private static final class OneScale {
        private final Scale scale;
        private final int side;
        private final long[] pairs;
        private final ClusterDifferences.Builder differences = ClusterDifferences.builder();
        /** Of each workshop: people, minutes, sum and sum of squares of their gains. */
        private long[] sums = new long[1 << 10];

        private int workshops;
        private long n;
        private long sum;
        private long squares;

        OneScale(Scale scale) {
            this.scale = scale;
            this.side = 7 * scale.items().size() + 1;
            this.pairs = new long[side * side];
        }

        void read(Answers answers) {
            answers.sums(scale).ifPresent(this::add);
        }

        private void add(Answer.Pair pair) {
            pairs[pair.then() * side + pair.now()]++;
            int gain = pair.now() - pair.then();
            differences.add(gain);
            n++;
            sum += gain;
            squares += (long) gain * gain;
        }

        void endWorkshop(int ofMinutes) {
            differences.nextCluster();
            if (n > 0) {
                if (4 * (workshops + 1) > sums.length) {
                    sums = Arrays.copyOf(sums, 2 * sums.length);
                }
                sums[4 * workshops] = n;
                sums[4 * workshops + 1] = ofMinutes;
                sums[4 * workshops + 2] = sum;
                sums[4 * workshops + 3] = squares;
                workshops++;
            }
            n = 0;
            sum = 0;
            squares = 0;
        }

        List<CrossProducts> workshops() {
            List<CrossProducts> all = new ArrayList<>(workshops);
            for (int at = 0; at < 4 * workshops; at += 4) {
                long people = sums[at];
                long minutes = sums[at + 1];
                all.add(CrossProducts.ofSums(people, new long[] {people * minutes, sums[at + 2]}, new long[][] {
                    {people * minutes * minutes}, {minutes * sums[at + 2], sums[at + 3]}
                }));
            }
            return all;
        }

        PairTable table() {
            PairTable.Builder table = PairTable.builder(scale.unitsPerPoint());
            for (int cell = 0; cell < pairs.length; cell++) {
                if (pairs[cell] > 0) {
                    table.add(cell / side, cell % side, pairs[cell]);
                }
            }
            return table.build();
        }
    }
}
