package org.mentoringcommons.deploy.benchmark;

import java.util.List;
import org.mentoringcommons.analytics.statistics.EffectSize;
import org.mentoringcommons.analytics.statistics.Equivalence;
import org.mentoringcommons.analytics.statistics.HodgesLehmann;
import org.mentoringcommons.analytics.statistics.MarginalHomogeneity;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.PairedT;
import org.mentoringcommons.analytics.statistics.Quantiles;
import org.mentoringcommons.analytics.statistics.SignedRank;

/** Every statistic of a paired report that does not ask who shared a workshop. */
final class Unclustered {

    private Unclustered() {}

    static List<Object> statistics(PairTable table) {
        return List.of(
                PairedMoments.of(table),
                SignedRank.withDefaults().test(table),
                SignedRank.withDefaults().with(SignedRank.Zeros.PRATT).test(table),
                HodgesLehmann.withDefaults().estimate(table),
                EffectSize.withDefaults().of(table),
                PairedT.withDefaults().test(table),
                Quantiles.of(table.before(), table.unitsPerPoint()).quartiles(),
                Quantiles.of(table.now(), table.unitsPerPoint()).quartiles(),
                Equivalence.withDefaults().test(table),
                MarginalHomogeneity.of(table));
    }
}
