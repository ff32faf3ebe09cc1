package org.mentoringcommons.analytics.study;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That releases of a study may name an institution.
 *
 * @param agreement version of the words it agreed to
 * @param named whether a release of now could name it: it shares with the study, and no other words are in force
 */
@Schema(
        examples =
                """
                {"study": "spring-cohort", "institution": "018f3b1c-2222-7000-8000-000000000001", "agreement": 1,
                 "agreedAt": "2026-09-02T08:00:00Z", "agreedBy": "018f3b1c-3333-7000-8000-000000000001", "named": true}""")
record SiteAgreementView(
        String study, String institution, int agreement, Instant agreedAt, String agreedBy, boolean named) {}
