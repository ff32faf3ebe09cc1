package org.mentoringcommons.analytics.cohort;

import org.mentoringcommons.analytics.response.Population;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * The pair table of one scale over one population.
 *
 * @param table integer item sums before and now
 * @param <P> whose answers
 */
public record Pairs<P extends Population>(PairTable table) {}
