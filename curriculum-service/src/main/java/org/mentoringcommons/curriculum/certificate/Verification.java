package org.mentoringcommons.curriculum.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What whoever has the code of a certificate learns: what was attended, not by whom.
 *
 * @param valid whether it still says what is so; nothing else is told if not
 * @param workshop its title
 * @param from day of the first session, by the workshop's clocks
 * @param to day of the last
 * @param minutes attended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"valid": true, "institution": "Lakeside University", "workshop": "Spring cohort",
                 "from": "2026-03-02", "to": "2026-03-09", "minutes": 240}""")
record Verification(boolean valid, String institution, String workshop, LocalDate from, LocalDate to, Integer minutes) {

    static final Verification NOT_VALID = new Verification(false, null, null, null, null, null);
}
