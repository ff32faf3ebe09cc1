package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A second institution sees nothing of the first, whichever way it asks. */
@ExtendWith(TheStack.class)
class IsolationTest {

    private final String ours = TheStack.institutions().get(0);
    private final String foreign = TheStack.institutions().get(1);

    @Test
    void a_workshop_and_its_roster_are_not_found_by_another_institution() {
        String workshop = TheStack.as("facilitator." + ours, ours, Service.CURRICULUM)
                .get("/curriculum/v1/workshops")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");

        for (String path : List.of("", "/roster")) {
            TheStack.as("facilitator." + ours, ours, Service.CURRICULUM)
                    .get("/curriculum/v1/workshops/" + workshop + path)
                    .then()
                    .statusCode(200);
            TheStack.as("facilitator." + foreign, foreign, Service.CURRICULUM)
                    .get("/curriculum/v1/workshops/" + workshop + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void a_wave_and_its_links_are_not_found_by_another_institutions_portal() {
        String wave = TheStack.asPortal(ours, Service.SURVEY)
                .get("/survey/v1/waves")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");

        for (String path : List.of("", "/invitations")) {
            TheStack.asPortal(ours, Service.SURVEY)
                    .get("/survey/v1/waves/" + wave + path)
                    .then()
                    .statusCode(200);
            TheStack.asPortal(foreign, Service.SURVEY)
                    .get("/survey/v1/waves/" + wave + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void lists_hold_only_ones_own() {
        List<String> theirs = TheStack.as("facilitator." + foreign, foreign, Service.CURRICULUM)
                .get("/curriculum/v1/workshops?limit=500")
                .path("id");
        List<String> own = TheStack.as("facilitator." + ours, ours, Service.CURRICULUM)
                .get("/curriculum/v1/workshops?limit=500")
                .path("id");

        assertThat(theirs).isNotEmpty();
        assertThat(own).isNotEmpty().doesNotContainAnyElementsOf(theirs);
    }

    @Test
    void nobody_outside_the_study_team_reads_its_report() {
        TheStack.as("admin." + ours, ours, Service.ANALYTICS)
                .get("/analytics/v1/studies/" + TheStack.demonstrated().study() + "/report")
                .then()
                .statusCode(404);
    }

    @Test
    void the_services_own_database_roles_see_one_institution_at_a_time() {
        for (Service service : List.of(Service.CURRICULUM, Service.SURVEY, Service.ANALYTICS)) {
            List<String> tables = Database.names(
                    service,
                    """
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                      and c.relname not in ('outbox', 'parked')""");
            assertThat(tables).isNotEmpty();
            long seen = 0;
            for (String table : tables) {
                String query = "select count(*) from " + table + " where tenant = '" + TheStack.tenant(ours) + "'";
                seen += Database.countAsApp(service, TheStack.tenant(ours), query);
                assertThat(Database.countAsApp(service, TheStack.tenant(foreign), query))
                        .as(service + "." + table + " as another institution")
                        .isZero();
                assertThat(Database.countAsApp(service, "", query))
                        .as(service + "." + table + " as nobody")
                        .isZero();
            }
            assertThat(seen).as("rows of its own in " + service).isPositive();
        }
    }

    @Test
    void a_token_of_two_institutions_is_refused_and_says_why() {
        String both = TheStack.running().token("coder.one", Optional.of(ours + " organization:" + foreign));

        io.restassured.RestAssured.given()
                .baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .auth()
                .oauth2(both)
                .get("/survey/v1/waves")
                .then()
                .statusCode(403)
                .body("type", org.hamcrest.Matchers.equalTo("urn:mentoring-commons:problem:several-institutions"));
    }

    @Test
    void a_token_without_an_institution_is_refused_by_institutional_endpoints() {
        TheStack.as("facilitator." + ours, null, Service.CURRICULUM)
                .get("/curriculum/v1/workshops")
                .then()
                .statusCode(403);
    }

    @Test
    void a_member_cannot_speak_for_an_institution_it_does_not_belong_to() {
        TheStack.as("facilitator." + ours, foreign, Service.CURRICULUM)
                .get("/curriculum/v1/workshops")
                .then()
                .statusCode(403);
    }
}
