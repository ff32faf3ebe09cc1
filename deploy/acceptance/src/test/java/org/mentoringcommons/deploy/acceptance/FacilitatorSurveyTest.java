package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Whoever facilitates a workshop is asked how it went, at two institutions at once, each asking its own people. */
@ExtendWith(TheStack.class)
class FacilitatorSurveyTest {

    private final List<String> institutions =
            List.of(TheStack.institutions().get(10), TheStack.institutions().get(11));

    @Test
    void each_institution_asks_whom_its_own_list_names_and_follows_that_list() {
        for (String institution : institutions) {
            String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 2);
            String lead = facilitator(institution, "lead");
            String guest = facilitator(institution, "guest");
            facilitate(institution, workshop, lead);

            String wave = opened(institution, workshop);

            assertInvited(institution, wave, lead);
            Eventually.assertThat(() -> assertLeadsToTheSurvey(address(institution, "lead")));
            facilitate(institution, workshop, guest);
            assertInvited(institution, wave, guest);
            Eventually.assertThat(() -> assertLeadsToTheSurvey(address(institution, "guest")));
            given().accept("text/html")
                    .get(Mails.lastLink(TheStack.stack().settings().mails(), address(institution, "lead")))
                    .then()
                    .statusCode(404);
        }
    }

    private static String facilitator(String institution, String who) {
        return TheStack.asPortal(institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        who + " Example",
                        "email",
                        address(institution, who),
                        "offered",
                        false,
                        "trainings",
                        List.of()))
                .post("/curriculum/v1/facilitators")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void facilitate(String institution, String workshop, String facilitator) {
        TheStack.asPortal(institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of("facilitators", List.of(facilitator)))
                .put("/curriculum/v1/workshops/" + workshop + "/facilitators")
                .then()
                .statusCode(200);
    }

    /** Under a protocol of no curriculum that anybody teaches, so that other tests' waves stay as they are. */
    private static String opened(String institution, String workshop) {
        String protocol = administrator(institution)
                .body(Map.of(
                        "number",
                        "F-" + UUID.randomUUID(),
                        "board",
                        "Board",
                        "title",
                        "How leading went",
                        "validFrom",
                        "2020-01-01",
                        "withdrawalPolicy",
                        "exclude",
                        "instrument",
                        Map.of("key", "facilitator-survey", "version", "1"),
                        "curricula",
                        List.of("taught-by-nobody"),
                        "consent",
                        Map.of("version", "1", "text", "It is up to you.", "researchQuestion", "For research?")))
                .post("/survey/v1/protocols")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        administrator(institution)
                .body(Map.of("instrument", Map.of("key", "facilitator-survey", "version", "1")))
                .put("/survey/v1/protocols/" + protocol + "/askings/facilitators")
                .then()
                .statusCode(200);
        administrator(institution)
                .body(Map.of("reminderDays", List.of(7), "quietFrom", "00:00", "quietTo", "00:00"))
                .put("/survey/v1/protocols/" + protocol + "/mailing")
                .then()
                .statusCode(200);
        return administrator(institution)
                .body(Map.of("workshop", workshop, "protocol", protocol, "occasion", "facilitators"))
                .post("/survey/v1/waves")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void assertInvited(String institution, String wave, String facilitator) {
        Eventually.assertThat(() -> assertThat(TheStack.asPortal(institution, Service.SURVEY)
                        .get("/survey/v1/waves/" + wave + "/invitations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("participant"))
                .containsExactly(facilitator));
        TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves/" + wave)
                .then()
                .body("invited", equalTo(1));
    }

    private static void assertLeadsToTheSurvey(String address) {
        given().accept("text/html")
                .get(Mails.lastLink(TheStack.stack().settings().mails(), address))
                .then()
                .statusCode(200)
                .body(containsString("How leading the workshop went"));
    }

    private static String address(String institution, String who) {
        return who + ".survey@" + institution + ".example";
    }

    private static RequestSpecification administrator(String institution) {
        return TheStack.as("admin." + institution, institution, Service.SURVEY).contentType("application/json");
    }
}
