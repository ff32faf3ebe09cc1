package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemRestTest {

    private static final double[][] ROWS = {
        {1, 2, 1}, {2, 2, 2}, {3, 3, 4}, {4, 5, 4}, {5, 5, 6}, {6, 7, 7}, {7, 6, 5}, {4, 1, 3}
    };

    @Test
    void equals_R() {
        double[] inR = {0.853814134443004, 0.855106984851928, 0.905580171459777};
        CrossProducts items = of(ROWS);

        for (int item = 0; item < inR.length; item++) {
            assertThat(ItemRest.of(items, item))
                    .as("R: x <- cbind(c(1,2,3,4,5,6,7,4), c(2,2,3,5,5,7,6,1), c(1,2,4,4,6,7,5,3));"
                            + " cor(x[, i], rowSums(x[, -i])), i = " + (item + 1))
                    .hasValueCloseTo(inR[item], within(1e-12));
        }
    }

    @Test
    void is_none_where_nothing_varies_or_there_is_nothing_else() {
        assertThat(ItemRest.of(of(new double[][] {{3, 1}, {3, 2}, {3, 5}}), 0)).isEmpty();
        assertThat(ItemRest.of(of(new double[][] {{3, 1}, {3, 2}, {3, 5}}), 1)).isEmpty();
        assertThat(ItemRest.of(of(new double[][] {{1}, {2}, {3}}), 0)).isEmpty();
        assertThat(ItemRest.of(of(new double[][] {{1, 2}, {2, 1}}), 0)).isEmpty();
        assertThat(ItemRest.of(CrossProducts.builder(3).build(), 0)).isEmpty();
    }

    private static CrossProducts of(double[][] rows) {
        CrossProducts.Builder builder = CrossProducts.builder(rows[0].length);
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }
}
