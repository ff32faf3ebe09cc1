package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Response rates over workshops, both ways: the mean of workshop rates with its spread, and the pooled rate. They answer
 * different questions and differ (67.6 ± 23.6 % against 63.8 % in the published evaluation). All in percent.
 *
 * @param workshops workshops with at least one invitation, the unit of mean, SD and median
 * @param withoutInvitation workshops that invited nobody, left out
 * @param responded people who responded, the numerator of the pooled rate
 * @param invited people invited, its denominator
 * @param mean mean of workshop rates; absent without workshops
 * @param sd standard deviation of workshop rates, denominator n - 1; absent below two workshops
 * @param populationSd the same with denominator n; absent without workshops
 * @param median median of workshop rates; absent without workshops
 * @param pooled 100 * responded / invited; absent without workshops
 */
public record ResponseRate(
        int workshops,
        int withoutInvitation,
        long responded,
        long invited,
        OptionalDouble mean,
        OptionalDouble sd,
        OptionalDouble populationSd,
        OptionalDouble median,
        OptionalDouble pooled) {
    /** How these numbers are defined. */
    public static final Method METHOD = Method.first("mean and SD (n-1) of workshop response rates, and pooled rate");

    /**
     * Computes the rates.
     *
     * @param workshops respondents of those invited, one share a workshop; a rate above 100 % cannot be expressed
     * @return the rates
     */
    public static ResponseRate of(List<Proportion> workshops) {
        // sorted, so that the order of workshops cannot change a digit
        double[] rates = workshops.stream()
                .filter(workshop -> workshop.denominator() > 0)
                .mapToDouble(workshop -> 100.0 * workshop.numerator() / workshop.denominator())
                .sorted()
                .toArray();
        long responded = workshops.stream().mapToLong(Proportion::numerator).sum();
        long invited = workshops.stream().mapToLong(Proportion::denominator).sum();
        int n = rates.length;
        int left = workshops.size() - n;
        if (n == 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new ResponseRate(0, left, responded, invited, none, none, none, none, none);
        }
        double mean = Arrays.stream(rates).sum() / n;
        double squares =
                Arrays.stream(rates).map(rate -> (rate - mean) * (rate - mean)).sum();
        return new ResponseRate(
                n,
                left,
                responded,
                invited,
                OptionalDouble.of(mean),
                n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1))),
                OptionalDouble.of(Math.sqrt(squares / n)),
                OptionalDouble.of((rates[(n - 1) / 2] + rates[n / 2]) / 2),
                OptionalDouble.of(100.0 * responded / invited));
    }

    /** {@return the method that computed this} */
    public Method method() {
        return METHOD;
    }
}
