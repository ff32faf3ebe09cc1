package org.mentoringcommons.analytics.disclosure;

import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * A sum that is shown beside some of its parts, to somebody who sees other parts of it than others do. It is shown only if
 * what is left when the parts shown are taken away tells nothing about single people either.
 *
 * @param parts disjoint groups of people, each with what the one who looks is to it
 * @param unitsPerPoint integer units in one scale point, the same in every part
 */
public record SumOfParts(List<Part> parts, int unitsPerPoint) {

    /**
     * A part.
     *
     * @param table integer item sums before and now
     * @param audience what the one who looks is to it
     */
    public record Part(PairTable table, Audience audience) {
        private boolean isShown(Thresholds thresholds) {
            return thresholds.detail(table.n(), audience) != Detail.NOTHING && isVaried(table);
        }
    }

    /** {@return the sum's figures} */
    public List<Figure> figures(Thresholds thresholds) {
        return hidesRest(thresholds)
                ? ThresholdView.of(sum(parts), thresholds, Audience.OTHERS)
                : ThresholdView.suppressed(thresholds);
    }

    /** {@return the share of the people asked who have a score, where the sum may be shown} */
    public Optional<String> complete(long asked, Thresholds thresholds) {
        return hidesRest(thresholds)
                ? new Share(sum(parts).n(), asked).shown(thresholds, Audience.OTHERS)
                : Optional.empty();
    }

    /** {@return whether what is left when the parts shown are taken away is nothing, or of many who differ} */
    public boolean hidesRest(Thresholds thresholds) {
        PairTable rest =
                sum(parts.stream().filter(part -> !part.isShown(thresholds)).toList());
        return thresholds.hidesRest(rest.n()) && (rest.isEmpty() || isVaried(rest));
    }

    private static boolean isVaried(PairTable table) {
        return table.before().distinct() > 1
                && table.now().distinct() > 1
                && table.differences().distinct() > 1;
    }

    private PairTable sum(List<Part> some) {
        PairTable.Builder sum = PairTable.builder(unitsPerPoint);
        some.forEach(part -> sum.add(part.table()));
        return sum.build();
    }
}
