package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * n, sums and sums of products of several variables: the mergeable state behind reliability, regression and mixed models.
 * Merging and subtracting are exact while values are integers and sums stay below 2^53; so give hours in minutes.
 * Immutable.
 */
public final class CrossProducts {
    private final long n;
    private final double[] sums;
    private final double[][] products;

    private CrossProducts(long n, double[] sums, double[][] products) {
        this.n = n;
        this.sums = sums;
        this.products = products;
    }

    /** {@return a builder for rows of so many variables, at least 1} */
    public static Builder builder(int variables) {
        if (variables < 1) {
            throw new IllegalArgumentException("no variables");
        }
        return new Builder(variables);
    }

    /**
     * Takes sums added up elsewhere, as a reader of millions of rows does with plain integers.
     *
     * @param n rows
     * @param sums one a variable
     * @param products at least the lower triangle, diagonal included
     * @return the cross-products
     * @throws IllegalArgumentException if there is no variable, a row of products is too short, or n is negative
     */
    public static CrossProducts ofSums(long n, long[] sums, long[][] products) {
        Builder built = builder(sums.length);
        if (n < 0 || products.length != sums.length) {
            throw new IllegalArgumentException("not the products of " + sums.length + " variables");
        }
        for (int i = 0; i < sums.length; i++) {
            if (products[i].length <= i) {
                throw new IllegalArgumentException("not the products of " + sums.length + " variables");
            }
            built.sums[i] = sums[i];
            for (int j = 0; j <= i; j++) {
                built.products[i][j] = products[i][j];
                built.products[j][i] = products[i][j];
            }
        }
        built.n = n;
        return built.build();
    }

    /** {@return the cross-products of one counted variable} */
    public static CrossProducts of(Counts counts) {
        Builder builder = builder(1);
        for (int i = 0; i < counts.distinct(); i++) {
            builder.addTimes(counts.count(i), counts.value(i));
        }
        return builder.build();
    }

    /** {@return the number of rows} */
    public long n() {
        return n;
    }

    /** {@return the number of variables} */
    public int variables() {
        return sums.length;
    }

    /** {@return the sum of one variable, counted from 0} */
    public double sum(int variable) {
        return sums[variable];
    }

    /** {@return the sum of products of two variables, counted from 0} */
    public double product(int one, int other) {
        return products[one][other];
    }

    /** {@return the rows of both} */
    public CrossProducts plus(CrossProducts other) {
        return combine(other, 1);
    }

    /** {@return the rows of this without those of another} */
    public CrossProducts minus(CrossProducts other) {
        return combine(other, -1);
    }

    /** Sum of products about the means; (n - 1) times the covariance. */
    double centered(int one, int other) {
        return products[one][other] - sums[one] * sums[other] / n;
    }

    double mean(int variable) {
        return sums[variable] / n;
    }

    /** Covariance matrix with denominator n - 1; needs two rows. */
    SimpleMatrix covariance() {
        SimpleMatrix matrix = new SimpleMatrix(variables(), variables());
        for (int i = 0; i < variables(); i++) {
            for (int j = 0; j < variables(); j++) {
                matrix.set(i, j, centered(i, j) / (n - 1));
            }
        }
        return matrix;
    }

    private CrossProducts combine(CrossProducts other, int sign) {
        if (other.variables() != variables() || n + sign * other.n < 0) {
            throw new IllegalArgumentException("cross-products do not fit: " + this + " and " + other);
        }
        double[] sum = sums.clone();
        double[][] product = new double[variables()][];
        for (int i = 0; i < variables(); i++) {
            sum[i] += sign * other.sums[i];
            product[i] = products[i].clone();
            for (int j = 0; j < variables(); j++) {
                product[i][j] += sign * other.products[i][j];
            }
        }
        return new CrossProducts(n + sign * other.n, sum, product);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossProducts that
                && n == that.n
                && Arrays.equals(sums, that.sums)
                && Arrays.deepEquals(products, that.products);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(products) + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return n + " rows of " + variables() + " variables";
    }

    /** Adds up rows; not safe for use by several threads. */
    public static final class Builder {
        private final double[] sums;
        private final double[][] products;
        private long n;

        private Builder(int variables) {
            sums = new double[variables];
            products = new double[variables][variables];
        }

        /** Adds one row, complete and finite. */
        public Builder add(double... row) {
            return addTimes(1, row);
        }

        /**
         * Adds equal rows.
         *
         * @param times how many, not negative
         * @param row values, one a variable
         * @return this builder
         * @throws IllegalArgumentException if the row has another length or a value is not finite
         */
        public Builder addTimes(long times, double... row) {
            if (row.length != sums.length || times < 0 || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("not a row of " + sums.length + " numbers: " + Arrays.toString(row));
            }
            n = Math.addExact(n, times);
            for (int i = 0; i < row.length; i++) {
                sums[i] += times * row[i];
                for (int j = 0; j < row.length; j++) {
                    products[i][j] += times * row[i] * row[j];
                }
            }
            return this;
        }

        /** {@return the immutable cross-products} */
        public CrossProducts build() {
            double[][] copy = Arrays.stream(products).map(double[]::clone).toArray(double[][]::new);
            return new CrossProducts(n, sums.clone(), copy);
        }
    }
}
