package org.mentoringcommons.analytics.disclosure;

import java.util.List;

/**
 * How published groups of people add up. Groups are numbered from 0.
 *
 * @param groups how many there are
 * @param sums each group that is the sum of others
 */
public record Links(int groups, List<Sum> sums) {

    /**
     * A group whose people are those of its parts, each in one part.
     *
     * @param whole the group
     * @param parts the parts, all of them
     * @param together whether the parts are shown all or not at all: a line of a table of two dimensions, whose hidden
     *     cells would else be found by lines and columns
     */
    public record Sum(int whole, List<Integer> parts, boolean together) {}
}
