package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Who asks to be deleted is deleted by one act of the institution, wherever anything points to them. */
@ExtendWith(TheStack.class)
class RosterErasureTest {

    private final String institution = TheStack.institutions().get(12);

    @Test
    void whoever_is_deleted_from_the_roster_has_no_invitation_either_whether_the_survey_is_open_or_over() {
        String open = Workshops.deliver(institution, "entering-mentoring", "mentor", 2);
        String over = Workshops.deliver(institution, "entering-mentoring", "mentor", 2);
        Map<String, String> openLinks = links(open);
        Map<String, String> overLinks = links(over);
        Workshops.closeWaves("workshop = '" + over + "'", institution);

        for (String workshop : List.of(open, over)) {
            Map<String, String> links = workshop.equals(open) ? openLinks : overLinks;
            String person = links.keySet().iterator().next();
            TheStack.as("admin." + institution, institution, Service.CURRICULUM)
                    .delete("/curriculum/v1/workshops/" + workshop + "/participants/" + person + "/identity")
                    .then()
                    .statusCode(204);

            Eventually.assertThat(() -> assertThat(form(links.get(person))).isEqualTo(404));
            assertThat(Database.count(
                            Service.SURVEY, "select count(*) from invitation where participant = '" + person + "'"))
                    .isZero();
            assertThat(Database.names(
                            Service.CURRICULUM, "select name || email from participant where id = '" + person + "'"))
                    .containsExactly("");
            links.forEach((other, link) -> assertThat(form(link) == 404).isEqualTo(other.equals(person)));
        }
    }

    private Map<String, String> links(String workshop) {
        Workshops.tokens(institution, workshop, 2);
        String wave = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("[0].id");
        List<Map<String, String>> invitations = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves/" + wave + "/invitations")
                .path("$");
        return invitations.stream()
                .collect(Collectors.toMap(
                        invitation -> invitation.get("participant"), invitation -> invitation.get("token")));
    }

    private static int form(String token) {
        return given().baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .get("/survey/v1/forms/" + token)
                .statusCode();
    }
}
