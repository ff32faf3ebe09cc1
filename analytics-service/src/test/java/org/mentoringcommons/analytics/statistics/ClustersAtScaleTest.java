package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is made for millions of workshops says the same as what looks at workshops one by one. */
class ClustersAtScaleTest {

    @RepeatedTest(20)
    void peopleInTwoBytesGiveTheDigitsOfCountsByWorkshop(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        // the later repetitions rank beyond what a long's square holds
        int people = repetition.getCurrentRepetition() > 15 ? 60_000 : 40;
        ClusterDifferences.Builder flat = ClusterDifferences.builder();
        List<Counts> clusters = new ArrayList<>();
        for (int workshop = 0; workshop < 1 + random.nextInt(30); workshop++) {
            TreeMap<Integer, Long> counts = new TreeMap<>();
            for (int person = random.nextInt(people); person > 0; person--) {
                int difference = random.nextInt(13) - 4;
                flat.add(difference);
                counts.merge(difference, 1L, Long::sum);
            }
            flat.nextCluster();
            clusters.add(Counts.of(counts));
        }

        ClusterDifferences built = flat.build();

        assertThat(ClusteredSignedRank.withDefaults().test(built))
                .isEqualTo(ClusteredSignedRank.withDefaults().test(clusters));
        assertThat(IntraclassCorrelation.of(built)).isEqualTo(IntraclassCorrelation.of(clusters));
        assertThat(built.clusters()).isEqualTo((int)
                clusters.stream().filter(cluster -> !cluster.isEmpty()).count());
    }

    @Test
    void nobodyAndAllTheSameAreOutcomesAndNoNumbers() {
        assertThat(outcome(ClusterDifferences.builder())).isEqualTo(Outcome.NO_DATA);
        assertThat(outcome(ClusterDifferences.builder().add(0).nextCluster().add(0)))
                .isEqualTo(Outcome.ALL_ZERO);
        assertThat(outcome(ClusterDifferences.builder()
                        .add(2)
                        .add(1)
                        .nextCluster()
                        .nextCluster()
                        .add(0)))
                .isEqualTo(Outcome.ONE_GROUP);
        assertThatThrownBy(() -> ClusterDifferences.builder().add(40_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differencesLaidOutAreTheSameAsCollectedOnesAndMustFitTheirWorkshops() {
        ClusterDifferences laidOut = ClusterDifferences.of(new short[] {3, -1, 0, 2}, new int[] {2, 2, 4});

        assertThat(laidOut.clusters()).isEqualTo(2);
        assertThat(ClusteredSignedRank.withDefaults().test(laidOut))
                .isEqualTo(ClusteredSignedRank.withDefaults()
                        .test(ClusterDifferences.builder()
                                .add(3)
                                .add(-1)
                                .nextCluster()
                                .add(0)
                                .add(2)
                                .build()));
        assertThatThrownBy(() -> ClusterDifferences.of(new short[2], new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClusterDifferences.of(new short[2], new int[] {2, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome outcome(ClusterDifferences.Builder differences) {
        return ClusteredSignedRank.withDefaults().test(differences.build()).outcome();
    }
}
