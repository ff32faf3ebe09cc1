package org.mentoringcommons.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deed as it stands in the trail.
 *
 * @param subject the account of the person or portal; none if the service itself did it
 * @param client the client through which it was done, or the service's own name
 * @param institution alias of the institution it concerns
 * @param detail what exactly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"id": "0199f0c2-7d1e-7c7a-9d57-3f0c8b1d2e4f", "time": "2026-03-02T14:00:00.123456Z",
                 "subject": "5f1c1f0e-3b1c-4d0e-8d5a-0d9b6f1f2a3b", "client": "hub-console",
                 "action": "institution.suspended", "thing": "institution", "thingId": "lakeside",
                 "institution": "lakeside", "hub": "midwest", "reason": "contract ended"}""")
record RecordedDeed(
        UUID id,
        Instant time,
        String subject,
        String client,
        String action,
        String thing,
        String thingId,
        String institution,
        String hub,
        String detail,
        String reason) {}
