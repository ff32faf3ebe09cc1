package org.mentoringcommons.curriculum.crosswalk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a crosswalk says. Nothing has to lead anywhere: a module may train no competency of the list, a competency may
 * have no module, or no scale.
 *
 * @param curricula the published versions whose modules it speaks of
 * @param modules what trains what; a module may train several
 * @param scales what measures what; a scale that measures none of the competencies is named without one
 */
@Schema(
        examples =
                """
                {"title": "Our curricula and the yearly survey", "changes": "First edition.",
                 "competencies": [{"key": "communication", "title": "Effective communication"},
                                  {"key": "ethics", "title": "Ethical behaviour"}],
                 "curricula": [{"curriculum": "mentoring-up", "version": "2.1.0"}],
                 "modules": [{"curriculum": "mentoring-up", "module": "communication", "competency": "communication"}],
                 "scales": [{"instrument": "yearly-survey", "scale": "communication", "competency": "communication"},
                            {"instrument": "yearly-survey", "scale": "satisfaction", "competency": null}]}""")
record NewCrosswalk(
        @NotNull @Size(max = 200) @Pattern(regexp = LINE, message = LINE_MESSAGE) @NotBlank String title,
        @NotBlank @Size(max = 2000) @Pattern(regexp = LINE, message = LINE_MESSAGE) String changes,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Competency> competencies,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Scope> curricula,
        @NotNull @Size(max = 5000) List<@NotNull @Valid Trains> modules,
        @NotNull @Size(max = 1000) List<@NotNull @Valid Measures> scales) {

    static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";
    static final String KEY_MESSAGE =
            "1 to 80 letters, digits, dots, hyphens or underscores, beginning with a letter or digit";
    static final String LINE = "\\P{Cntrl}*";
    static final String LINE_MESSAGE = "must not contain control characters";

    /** Something that can be trained and measured. */
    @Schema(name = "Competency")
    record Competency(
            @NotNull @Pattern(regexp = KEY, message = KEY_MESSAGE) String key,
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = LINE_MESSAGE) String title) {}

    /** A published version. */
    @Schema(name = "CrosswalkCurriculum")
    record Scope(@NotNull @Size(max = 80) String curriculum, @NotNull @Size(max = 80) String version) {}

    /** A module trains a competency. */
    @Schema(name = "Trains")
    record Trains(
            @NotNull @Size(max = 80) String curriculum,
            @NotNull @Size(max = 80) String module,
            @NotNull @Size(max = 80) String competency) {}

    /** A scale measures a competency, or, if that is null, none of them. */
    @Schema(name = "Measures")
    record Measures(
            @NotNull @Pattern(regexp = KEY, message = KEY_MESSAGE) String instrument,
            @NotNull @Pattern(regexp = KEY, message = KEY_MESSAGE) String scale,
            @Size(max = 80) String competency) {}
}
