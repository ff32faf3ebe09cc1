package org.mentoringcommons.analytics.cohort;

import java.sql.SQLException;

/** The research rows could not be read. */
class ReadingFailed extends RuntimeException {

    ReadingFailed(SQLException cause) {
        super(cause);
    }
}
