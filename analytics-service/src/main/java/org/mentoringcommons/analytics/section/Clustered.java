package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.statistics.ClusterDifferences;

/**
 * What people have on one scale in item units, a gain or a score, workshop by workshop.
 *
 * @param differences of the workshops in which somebody has a score, in the order of the places
 * @param places of these workshops
 */
record Clustered(ClusterDifferences differences, int[] places) {}
