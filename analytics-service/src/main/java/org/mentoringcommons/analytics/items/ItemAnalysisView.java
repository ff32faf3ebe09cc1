package org.mentoringcommons.analytics.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * How people got through a version of an instrument. Unrounded, and of everybody who answered, once the wave is over: for the
 * institution's own evaluators. A wave's figures move together with five people or more, so nobody's withdrawal is seen in them.
 *
 * @param workshop whose answers these are; null for all of the institution
 * @param waves how many waves of people asked here are over: of their answers all of this is, but for {@code scales}
 * @param openWaves how many are not over yet
 * @param invited people who could answer
 * @param responded people whose answers these figures are of
 * @param complete those of them who answered every item here
 * @param imported answers of people asked elsewhere: in {@code scales}, and in nothing else
 * @param items in the order in which they are asked, those whose answers are kept for counting
 * @param notHere items whose answers are not here, such as texts: nothing is said of them
 * @param patterns what was left out together, the twenty most frequent
 * @param otherPatterns people who left out something else
 * @param timeToComplete always {@code not-kept}: an answer has no time
 */
@Schema(name = "ItemAnalysis")
record ItemAnalysisView(
        InstrumentReference instrument,
        String workshop,
        int waves,
        int openWaves,
        long invited,
        int responded,
        int complete,
        int imported,
        List<ItemView> items,
        List<String> notHere,
        List<PatternView> patterns,
        int otherPatterns,
        List<ScaleView> scales,
        @Schema(examples = "not-kept") String timeToComplete) {

    /**
     * An item.
     *
     * @param leftBefore people who answered the item before it, and nothing from this one on
     * @param reached people who answered it, or something after it
     * @param skipped those of them who did not answer it
     */
    @Schema(name = "ItemPassage")
    record ItemView(String item, int answered, int leftBefore, int reached, int skipped) {}

    /** What so many people left out. */
    @Schema(name = "MissingPattern")
    record PatternView(List<String> missing, int people) {}

    /**
     * How consistently a scale measures.
     *
     * @param before of ratings before; null if they are not asked for
     * @param now of ratings now, or of the only ones
     */
    @Schema(name = "ScaleConsistency")
    record ScaleView(
            String scale,
            List<String> items,
            @JsonInclude(JsonInclude.Include.NON_NULL) ConsistencyView before,
            ConsistencyView now) {}

    /**
     * Coefficients; each null where there is none.
     *
     * @param n people who answered every item of the scale
     * @param outcome {@code computed}, or why there are none
     * @param lower of alpha, Feldt's interval, 95 %
     * @param itemRest correlation of each item with the sum of the others, in the order of the items
     */
    @Schema(name = "Consistency")
    record ConsistencyView(
            long n,
            String outcome,
            Double alpha,
            Double lower,
            Double upper,
            Double omega,
            Double spearmanBrown,
            List<Double> itemRest) {}
}
