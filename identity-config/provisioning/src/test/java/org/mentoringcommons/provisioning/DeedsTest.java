package org.mentoringcommons.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was done to hubs and institutions is on record, for those responsible. */
@QuarkusTest
class DeedsTest {

    @Test
    void whoever_is_responsible_for_an_institution_reads_what_was_done_to_it_and_nobody_else_does() {
        String hub = Api.hub(Api.fresh("hub"));
        Api administrator = Api.administratorOf(hub);
        Api stranger = Api.administratorOf(Api.hub(Api.fresh("strangers")));
        String alias = Api.fresh("lakeside");
        Api.made(administrator.post("/institutions", Api.newInstitution(alias, hub)));

        administrator.put("/institutions/" + alias + "/suspension", Map.of("reason", "The agreement is under review"));
        administrator.put("/institutions/" + alias + "/suspension", Map.of("reason", "again"));
        administrator.delete("/institutions/" + alias + "/suspension");

        assertThat(deeds(administrator, alias))
                .containsExactly("institution.reactivated", "institution.suspended", "institution.requested");
        assertThat(deeds(Api.operator(), alias)).hasSize(3);
        assertThat(deeds(stranger, alias)).isEmpty();
        assertThat(administrator
                        .get("/audit?action=institution.suspended")
                        .jsonPath()
                        .getList("reason"))
                .containsExactly("The agreement is under review");
    }

    @Test
    void what_is_done_to_members_portals_and_sign_in_is_on_record_without_their_names() {
        String alias = Api.fresh("lakeside");
        Api administrator = Api.institutionAdministrator(Api.institution(alias).getString("id"));
        String path = "/institutions/" + alias;
        String kofi = "kofi." + alias;
        Api.made(Api.operator().post(path + "/members", Api.person(kofi, "facilitator")));
        administrator.put(path + "/members/" + kofi + "/roles", Map.of("roles", List.of("evaluator")));
        administrator.delete(path + "/members/" + kofi);
        String portal = Api.made(
                        administrator.post(path + "/portals", Map.of("name", "Campus", "roles", List.of("portal"))))
                .getString("clientId");
        administrator.delete(path + "/portals/" + portal);

        Response table = administrator.getAs("text/csv", "/audit");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(administrator.get("/audit?limit=500").jsonPath().getList("action"))
                .contains(
                        "member.wanted",
                        "member.joined",
                        "member.roles-changed",
                        "member.removed",
                        "portal.made",
                        "portal.revoked");
        assertThat(table.asString())
                .contains("member.roles-changed", "portal.revoked", portal)
                .doesNotContain("kofi");
        assertThat(table.asString().lines().count())
                .isEqualTo(1
                        + administrator
                                .get("/audit?limit=500")
                                .jsonPath()
                                .getList("")
                                .size());
    }

    @Test
    void both_hubs_read_of_a_move() {
        String from = Api.hub(Api.fresh("hub"));
        String to = Api.hub(Api.fresh("hub"));
        String alias = Api.fresh("lakeside");
        Api.made(Api.operator().post("/institutions", Api.newInstitution(alias, from)));

        Api.operator().put("/institutions/" + alias + "/hub", Map.of("hub", to, "reason", "Divided anew"));

        assertThat(deeds(Api.administratorOf(from), alias)).contains("institution.moved");
        assertThat(deeds(Api.administratorOf(to), alias)).containsExactly("institution.moved");
    }

    private static List<String> deeds(Api reader, String alias) {
        return reader.get("/audit?limit=500")
                .jsonPath()
                .getList("findAll { it.institution == '" + alias + "' && it.thing == 'institution' }.action");
    }
}
