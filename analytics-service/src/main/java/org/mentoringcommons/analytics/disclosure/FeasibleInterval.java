package org.mentoringcommons.analytics.disclosure;

/**
 * Between which counts a hidden cell must lie for somebody who knows everything published.
 *
 * @param lower smallest possible count
 * @param upper largest possible count, infinite if nothing bounds it
 */
public record FeasibleInterval(double lower, double upper) {
    /** {@return how uncertain the count stays} */
    public double width() {
        return upper - lower;
    }
}
