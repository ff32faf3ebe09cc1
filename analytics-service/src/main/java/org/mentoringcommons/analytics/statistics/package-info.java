/**
 * Exact, named and reproducible statistics of tied Likert answers, computed from mergeable integer counts instead of rows.
 */
package org.mentoringcommons.analytics.statistics;
