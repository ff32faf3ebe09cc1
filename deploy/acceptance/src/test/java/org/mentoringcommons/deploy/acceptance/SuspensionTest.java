package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A suspended institution is refused everywhere within seconds, loses nothing, and works again as if nothing was. */
@ExtendWith(TheStack.class)
class SuspensionTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Map<Service, String> TRIED = new EnumMap<>(Map.of(
            Service.IDENTITY, "/identity/v1/institutions",
            Service.CURRICULUM, "/curriculum/v1/workshops",
            Service.SURVEY, "/survey/v1/waves",
            Service.ANALYTICS, "/analytics/v1/studies"));

    private final String institution = TheStack.institutions().get(2);
    private final String path = "/identity/v1/institutions/" + institution;

    @Test
    void suspended_through_the_api_it_is_refused_everywhere_and_reactivated_it_works_again() {
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 2);
        List<String> links = Workshops.tokens(institution, workshop, 2);
        Answer.to(links.get(0)).improved().send().then().statusCode(201);
        Answer begun = Answer.to(links.get(1)).improved();
        long answers = answers();
        String administrator = TheStack.running().token("admin." + institution, Optional.of(institution));

        suspend();
        try {
            Instant suspended = Instant.now();
            TRIED.forEach((service, tried) -> Eventually.assertThat(() -> get(service, administrator, tried)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:mentoring-commons:problem:institution-suspended"))));
            given().baseUri(TheStack.stack().url(Service.SURVEY).toString())
                    .accept("text/html")
                    .get("/s/" + links.get(1))
                    .then()
                    .statusCode(403)
                    .contentType("text/html")
                    .body(containsString("This survey is paused"));
            begun.send()
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:mentoring-commons:problem:institution-suspended"));
            assertThat(Duration.between(suspended, Instant.now())).isLessThan(SECONDS);
            TheStack.asOperator(Service.IDENTITY)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("suspended"));
            assertThat(answers()).isEqualTo(answers);
        } finally {
            reactivate();
        }

        TRIED.forEach((service, tried) -> Eventually.assertThat(
                () -> get(service, administrator, tried).then().statusCode(200)));
        begun.send().then().statusCode(201);
        assertThat(answers()).isEqualTo(answers + 1);
    }

    private static Response get(Service service, String token, String path) {
        return given().baseUri(TheStack.stack().url(service).toString())
                .auth()
                .oauth2(token)
                .get(path);
    }

    private long answers() {
        return Database.count(
                Service.SURVEY, "select count(*) from response where tenant = '" + TheStack.tenant(institution) + "'");
    }

    private void suspend() {
        TheStack.asOperator(Service.IDENTITY)
                .contentType("application/json")
                .body(Map.of("reason", "to see what happens"))
                .put(path + "/suspension")
                .then()
                .statusCode(200);
    }

    private void reactivate() {
        TheStack.asOperator(Service.IDENTITY)
                .delete(path + "/suspension")
                .then()
                .statusCode(200);
    }
}
