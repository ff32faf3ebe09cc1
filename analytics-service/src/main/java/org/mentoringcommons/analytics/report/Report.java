package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.section.Section;

/**
 * Everything a study declared, as the data stood at one moment.
 *
 * @param study the study's key
 * @param version of its declaration
 * @param declaredAt when that version was declared
 * @param population whose answers the tables of answers are about; response rates count everybody who responded
 * @param watermark names the state of the data: two reports with the same watermark and version are about the same answers
 * @param institutions how many institutions' rows it is about
 * @param figures drawn from the same data; see {@code figures/}
 */
record Report(
        String study,
        @Schema(examples = "1") int version,
        String title,
        Instant declaredAt,
        String population,
        @Schema(examples = "5f2b9c0e7d1a4c63") String watermark,
        long institutions,
        List<Section> sections,
        @JsonIgnore List<Figure> figures) {}
