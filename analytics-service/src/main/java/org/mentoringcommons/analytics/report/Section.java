package org.mentoringcommons.analytics.report;

import java.util.List;

/** One table of the report. */
record Section(String section, List<Row> rows) {}
