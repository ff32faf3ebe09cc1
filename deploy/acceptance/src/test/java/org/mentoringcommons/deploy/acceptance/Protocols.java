package org.mentoringcommons.deploy.acceptance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Service;

/** Protocols of a test's own, beside those of the demonstration. */
final class Protocols {

    private Protocols() {}

    /** One with this policy that asks what the demonstration asks; returns its id. */
    static String approved(String institution, String number, String policy, int daysAgo) {
        Map<String, String> instrument = Map.of("key", "mentorship-evaluation", "version", "1.0.0");
        return approved(institution, number, policy, daysAgo, instrument, "entering-mentoring");
    }

    /**
     * As {@link #approved(String, String, String, int)}, with another instrument, for another curriculum.
     *
     * @param daysAgo it began: of several for a curriculum, the newest is asked under
     */
    static String approved(
            String institution,
            String number,
            String policy,
            int daysAgo,
            Map<String, String> instrument,
            String curriculum) {
        return TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "number",
                        number,
                        "board",
                        "A test's board",
                        "title",
                        "What becomes of answers",
                        "validFrom",
                        LocalDate.now().minusDays(daysAgo).toString(),
                        "withdrawalPolicy",
                        policy,
                        "instrument",
                        instrument,
                        "curricula",
                        List.of(curriculum),
                        "consent",
                        Map.of(
                                "version",
                                "1",
                                "text",
                                "Taking part is up to you.",
                                "researchQuestion",
                                "May researchers use my answers?")))
                .post("/survey/v1/protocols")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Its consent text is replaced by one that says something else. */
    static void changeConsent(String institution, String protocol, String version) {
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "change",
                        "material",
                        "summary",
                        "Who keeps the answers",
                        "consent",
                        Map.of(
                                "version",
                                version,
                                "text",
                                "Taking part is up to you. Another office keeps the answers.",
                                "researchQuestion",
                                "May researchers use my answers?")))
                .post("/survey/v1/protocols/" + protocol + "/consents")
                .then()
                .statusCode(201);
    }
}
