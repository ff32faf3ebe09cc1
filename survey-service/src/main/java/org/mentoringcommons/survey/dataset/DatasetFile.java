package org.mentoringcommons.survey.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Answers in one format, written row by row; closing it completes all its sheets. */
public interface DatasetFile extends Closeable {

    void row(Row row) throws IOException;

    /** Gives the sheets something to be written to; one is written at a time. */
    interface Sheets {
        OutputStream open(Sheet sheet) throws IOException;
    }
}
