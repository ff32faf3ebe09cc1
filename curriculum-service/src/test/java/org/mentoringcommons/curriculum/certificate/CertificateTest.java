package org.mentoringcommons.curriculum.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CertificateTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-09T14:00:00Z");

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private Map<String, Object> plan;
    private String workshop;
    private List<String> people;

    @BeforeEach
    void attend() {
        plan = new HashMap<>(Api.workshop(publishedCurriculum(), session(FIRST, 120), session(SECOND, 120)));
        plan.put("certificateMinutes", 180);
        workshop = facilitator.planned(plan);
        people = facilitator
                .roster(workshop, "name,email\nAda <i>Unmistakable</i>,ada@example.org\nBo,bo@example.org")
                .path("participants.id");
        facilitator.attend(workshop, 1, people);
        facilitator.attend(workshop, 2, people.subList(0, 1));
    }

    @Test
    void whoever_was_there_long_enough_has_earned_one_once_the_workshop_was_delivered() {
        certificates()
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:workshop-not-delivered"));
        deliver();

        certificates()
                .then()
                .statusCode(200)
                .body("participant", contains(people.get(0)))
                .body("minutes", contains(240));
        facilitator
                .call()
                .get(certificate(people.get(1)))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:certificate-not-earned"));
    }

    @Test
    void a_workshop_that_declares_none_has_none() {
        plan.remove("certificateMinutes");
        facilitator.put(WORKSHOPS + "/" + workshop, plan).then().statusCode(200);
        deliver();

        certificates().then().statusCode(409).body("violations.field", contains("certificateMinutes"));
    }

    @Test
    void it_is_printed_with_all_it_says_and_no_markup_of_others() {
        deliver();

        facilitator
                .call()
                .get(certificate(people.get(0)))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString("University 1"))
                .body(containsString("Ada &lt;i&gt;Unmistakable"))
                .body(containsString("March 2, 2026 to March 9, 2026"))
                .body(containsString("4 hours"))
                .body(containsString("data:image/png;base64,"))
                .body(containsString("https://curriculum.example/v/"));
    }

    @Test
    void its_pdf_says_the_same_and_holds_the_picture_of_the_code() throws Exception {
        deliver();

        byte[] pdf = facilitator.call().get(certificate(people.get(0)) + "/pdf").asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Ada <i>Unmistakable</i>", "Spring cohort", "4 hours");
            assertThat(text.replaceAll("\\s", ""))
                    .as("the code, on however many lines")
                    .contains(code());
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void anybody_with_the_code_learns_what_was_attended_and_not_by_whom() {
        deliver();

        Response verified = given().get("/curriculum/v1/certificates/" + code());

        assertThat(verified.jsonPath().getMap(""))
                .isEqualTo(Map.of(
                        "valid",
                        true,
                        "institution",
                        "University 1",
                        "workshop",
                        "Spring cohort",
                        "from",
                        "2026-03-02",
                        "to",
                        "2026-03-09",
                        "minutes",
                        240));
        assertThat(given().accept("text/html").get("/v/" + code()).asString())
                .contains("This certificate is valid", "Spring cohort", "4 hours")
                .doesNotContain("Unmistakable")
                .doesNotContain("ada@example.org");
    }

    @Test
    void a_correction_takes_it_back_and_nothing_more_is_told() {
        deliver();
        String code = code();
        facilitator.attend(workshop, 2, List.of());

        assertThat(given().get("/curriculum/v1/certificates/" + code).jsonPath().getMap(""))
                .isEqualTo(Map.of("valid", false));
        assertThat(given().accept("text/html").get("/v/" + code).asString())
                .contains("not valid any more")
                .doesNotContain("Spring cohort");
        facilitator.attend(workshop, 2, people.subList(0, 1));
        given().get("/curriculum/v1/certificates/" + code).then().body("valid", equalTo(true));
    }

    @Test
    void of_who_had_their_name_deleted_none_is_printed_and_a_printed_one_stays_valid() {
        deliver();
        String code = code();
        new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .call()
                .delete(WORKSHOPS + "/" + workshop + "/participants/" + people.get(0) + "/identity")
                .then()
                .statusCode(204);

        certificates().then().statusCode(200).body("participant", not(hasItem(people.get(0))));
        facilitator.call().get(certificate(people.get(0))).then().statusCode(404);
        given().get("/curriculum/v1/certificates/" + code).then().body("valid", equalTo(true));
    }

    @Test
    void a_code_that_is_not_ours_leads_nowhere_whatever_is_wrong_with_it() {
        deliver();
        String code = code();
        String spoiled = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);

        for (String wrong : List.of(spoiled, "x", code + "A", people.get(0))) {
            given().get("/curriculum/v1/certificates/" + wrong)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:mentoring-commons:problem:link-not-found"));
        }
        assertThat(given().accept("text/html").get("/v/" + spoiled).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_neighbour_neither_lists_nor_prints_them() {
        deliver();
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);

        neighbour
                .call()
                .get(WORKSHOPS + "/" + workshop + "/certificates")
                .then()
                .statusCode(404);
        neighbour.call().get(certificate(people.get(0))).then().statusCode(404);
        neighbour.call().get("/curriculum/v1/certificates/" + code()).then().statusCode(404);
    }

    private void deliver() {
        facilitator.post(WORKSHOPS + "/" + workshop + "/deliver", "").then().statusCode(200);
    }

    private Response certificates() {
        return facilitator.call().get(WORKSHOPS + "/" + workshop + "/certificates");
    }

    private String code() {
        return certificates().path("[0].code");
    }

    private String certificate(String participant) {
        return WORKSHOPS + "/" + workshop + "/participants/" + participant + "/certificate";
    }
}
