package org.mentoringcommons.analytics.study;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution's agreement to take part in a study.
 *
 * @param agreement version of the text it agreed to
 * @param leftAt when it ended, by leaving or by agreeing to a newer text
 * @param renewed whether it ended by agreeing to a newer text
 * @param sharing whether the study sees the institution's consented rows now; not if a text has changed materially since
 */
@Schema(examples = Examples.JOINED)
record ParticipationView(
        UUID id,
        String study,
        String institution,
        int agreement,
        Instant joinedAt,
        String joinedBy,
        @Schema(nullable = true) Instant leftAt,
        @Schema(nullable = true) String leftBy,
        boolean renewed,
        boolean sharing) {}
