package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody who answered, and those who consented to research: two populations, never mixed. */
@ExtendWith(TheStack.class)
class ConsentTest {

    private static final String STUDY = "consent";

    @Test
    void an_answer_without_research_consent_is_an_answer_and_in_no_research_number() {
        String institution = TheStack.institutions().get(4);
        Studies.declare(STUDY, institution);
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 3);
        List<String> tokens = Workshops.tokens(institution, workshop, 3);

        Answer.to(tokens.get(0)).improved().send().then().statusCode(201);
        Answer.to(tokens.get(1)).improved().send().then().statusCode(201);
        Answer.to(tokens.get(2))
                .withoutResearchConsent()
                .improved()
                .send()
                .then()
                .statusCode(201);

        Eventually.assertThat(
                () -> assertThat(figure("workshops", "responded", "count")).isEqualTo("3"));
        assertThat(figure("workshops", "consented", "count")).isEqualTo("2");
        assertThat(figure("gains", "communication", "n")).isEqualTo("2");
        assertThat(figure("gains", "communication", "n_positive")).isEqualTo("2");
    }

    private static String figure(String section, String row, String measure) {
        JsonNode report = TheStack.report(STUDY);
        return TheStack.figure(report, section, row, measure).orElse("none");
    }
}
