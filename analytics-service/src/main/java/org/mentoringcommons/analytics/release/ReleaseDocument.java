package org.mentoringcommons.analytics.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.cohort.Inclusion;

/**
 * A release as JSON, for whoever generates a client: {@link Documents} writes it, once, and its bytes never change. So older
 * releases lack what later rules added. Numbers are text, rounded as they were published.
 *
 * @param release its number; 0 while it is a draft
 * @param studyVersion of the declaration
 * @param edition how many of the study there were with it
 * @param frozenAt null while it is a draft
 * @param population whose answers these are
 * @param thresholds by name, how many people a figure takes to be shown
 * @param method by which rules it was worked out
 * @param noise what was added to counts; not there if nothing was
 * @param cubeHash SHA-256 of the sealed counts
 * @param sites institutions that agreed to be named
 * @param derived what follows from the figures shown, and from nothing else
 * @param caveats by section
 */
@Schema(name = "ReleaseDocument")
record ReleaseDocument(
        int release,
        String study,
        int studyVersion,
        int edition,
        String title,
        String purpose,
        @Schema(nullable = true) Instant frozenAt,
        String population,
        Inclusion inclusion,
        Map<String, Integer> thresholds,
        String method,
        String methodVersion,
        @Schema(nullable = true) Noise noise,
        String cubeHash,
        List<Cell> cells,
        List<Site> sites,
        List<DerivedFigure> derived,
        Map<String, String> caveats) {

    @Schema(name = "ReleaseNoise")
    record Noise(String mechanism, Integer bound, BigDecimal epsilon, BigDecimal budget, String law) {}

    /**
     * People of these categories.
     *
     * @param cell category by dimension; everybody if empty
     * @param origin the release whose figures these are, as too little has changed since
     */
    @Schema(name = "ReleaseCell")
    record Cell(
            Map<String, String> cell,
            String section,
            String measure,
            @Schema(nullable = true) Integer origin,
            List<ReleasedFigure> figures) {}

    /** @param site alias of the institution */
    @Schema(name = "ReleaseSite")
    record Site(
            String site,
            String section,
            String measure,
            @Schema(nullable = true) Integer origin,
            List<ReleasedFigure> figures) {}

    /** @param value null where it is not shown, whatever the reason */
    @Schema(name = "ReleasedFigure")
    record ReleasedFigure(
            String measure,
            @Schema(nullable = true) String value,
            @Schema(enumeration = {"shown", "suppressed"}) String status) {}

    /** @param site whom it is about; null for all */
    @Schema(name = "ReleaseDerived")
    record DerivedFigure(
            String section,
            String row,
            String measure,
            @Schema(nullable = true) String site,
            String value,
            String n,
            @Schema(nullable = true) String lower,
            @Schema(nullable = true) String upper,
            String method,
            String methodVersion) {}

    /** What a figure of a release shows. */
    @Schema(name = "ReleaseFigureName")
    record NamedFigure(String name, String title, String description) {}
}
