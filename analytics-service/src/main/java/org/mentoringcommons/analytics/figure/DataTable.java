package org.mentoringcommons.analytics.figure;

import java.util.List;

/**
 * The data of a figure as people read them.
 *
 * @param header names of the columns
 * @param rows cells, as many as the header has
 */
public record DataTable(List<String> header, List<List<String>> rows) {}
