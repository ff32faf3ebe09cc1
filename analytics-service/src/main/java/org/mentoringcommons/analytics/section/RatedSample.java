package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/** Everybody of the cohort who has a score on one scale that is rated once. */
record RatedSample(Everybody everybody, int column) {

    Scale scale() {
        return everybody.rated(column).scale();
    }

    /** Everybody whose version has the scale, with a score or not. */
    long people() {
        return everybody.rated(column).people();
    }

    /** Scores in item units. */
    Clustered scores() {
        return everybody.clustered(
                (columns, run) -> columns.scoredOnce(column, run),
                (columns, run, to, at) -> columns.scores(column, run, to, at));
    }

    Places places() {
        return everybody.places();
    }

    CrossProducts items() {
        return everybody.rated(column).products().build();
    }
}
