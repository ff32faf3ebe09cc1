package org.mentoringcommons.survey.coding;

import java.util.ArrayList;
import java.util.List;

/**
 * How well two coders agreed, from what each coded alone. Of no text at all there is no percentage; kappa there is none
 * where both say the same of every text.
 *
 * @param codebook the version both used
 * @param texts that both coded
 * @param same of these, with exactly the same codes
 * @param percent of texts with exactly the same codes
 * @param kappa Cohen's, over all decisions whether a code fits a text
 */
record Agreement(CodebookReference codebook, long texts, long same, Double percent, Double kappa, List<OfCode> codes) {

    /** What the two coded one text as. */
    record Pair(List<String> first, List<String> second) {}

    /**
     * The same of one code.
     *
     * @param both said that it fits; the next two, one of them only
     * @param kappa Cohen's
     */
    record OfCode(String code, long both, long firstOnly, long secondOnly, long neither, Double percent, Double kappa) {

        static OfCode of(String code, List<Pair> pairs) {
            long[] cells = new long[4];
            for (Pair pair : pairs) {
                int first = pair.first().contains(code) ? 0 : 2;
                cells[first + (pair.second().contains(code) ? 0 : 1)]++;
            }
            return of(code, cells[0], cells[1], cells[2], cells[3]);
        }

        private static OfCode of(String code, long both, long firstOnly, long secondOnly, long neither) {
            return new OfCode(
                    code,
                    both,
                    firstOnly,
                    secondOnly,
                    neither,
                    share(both + neither, both + firstOnly + secondOnly + neither),
                    cohen(both, firstOnly, secondOnly, neither));
        }
    }

    static Agreement of(CodebookReference codebook, List<String> codes, List<Pair> pairs) {
        List<OfCode> each = new ArrayList<>();
        long[] cells = new long[4];
        for (String code : codes) {
            OfCode one = OfCode.of(code, pairs);
            each.add(one);
            cells[0] += one.both();
            cells[1] += one.firstOnly();
            cells[2] += one.secondOnly();
            cells[3] += one.neither();
        }
        long same = pairs.stream()
                .filter(pair -> pair.first().equals(pair.second()))
                .count();
        return new Agreement(
                codebook,
                pairs.size(),
                same,
                share(same, pairs.size()),
                cohen(cells[0], cells[1], cells[2], cells[3]),
                List.copyOf(each));
    }

    /** In percent; none of nothing. */
    private static Double share(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    /** (observed - expected) / (1 - expected); none if chance alone would agree always. */
    private static Double cohen(long both, long firstOnly, long secondOnly, long neither) {
        double all = (double) both + firstOnly + secondOnly + neither;
        double expected = ((both + firstOnly) * (double) (both + secondOnly)
                        + (secondOnly + neither) * (double) (firstOnly + neither))
                / (all * all);
        return all == 0 || expected == 1 ? null : ((both + neither) / all - expected) / (1 - expected);
    }
}
