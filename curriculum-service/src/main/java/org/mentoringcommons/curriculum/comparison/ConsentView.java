package org.mentoringcommons.curriculum.comparison;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far two people have come with a comparison.
 *
 * @param sheet the caller's own, or null while only the other has consented
 * @param with the other's account
 */
@Schema(
        name = "ComparisonConsent",
        examples =
                """
                {"worksheet": "expectations", "with": "mentor.one", "sheet": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90",
                 "mine": true, "theirs": false}""")
record ConsentView(String worksheet, String with, UUID sheet, boolean mine, boolean theirs) {}
