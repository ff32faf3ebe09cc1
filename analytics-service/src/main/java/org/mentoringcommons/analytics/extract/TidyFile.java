package org.mentoringcommons.analytics.extract;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows under columns, written row by row; closing it completes it. */
interface TidyFile extends Closeable {

    /**
     * Writes a row.
     *
     * @param values one a column, an {@code Integer}, a {@code String} or null
     */
    void row(Object[] values) throws IOException;
}
