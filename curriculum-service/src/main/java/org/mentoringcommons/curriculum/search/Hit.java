package org.mentoringcommons.curriculum.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part that holds the words.
 *
 * @param version of the institution's own part, the shared version it was made from
 * @param excerpt the words around them, what was found between ** and **
 * @param adaptation where the part is the institution's own; without it, it is the shared version's
 */
@Schema(
        examples =
                """
                {"curriculum": "mentoring-up", "version": "2.1.0", "module": "communication", "part": "the-silent-week",
                 "kind": "case_study", "title": "The silent week", "excerpt": "hears nothing about the **draft** for nine days"}""")
record Hit(
        String curriculum,
        String version,
        String module,
        String part,
        String kind,
        String title,
        String excerpt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Own adaptation) {

    /** The institution's own version that a part is of. */
    record Own(UUID id, @Schema(examples = "mentoring-up-at-lakeside") String key, int revision) {}
}
