package org.mentoringcommons.analytics.report;

import java.util.List;

/**
 * Everything a study declared, as the data stand at the moment of reading.
 *
 * @param study the study's key
 * @param population whose answers the tables of answers are about; response rates count everybody who responded
 */
record Report(String study, String title, String population, List<Section> sections) {}
