package org.mentoringcommons.curriculum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.curriculum.institution.KnownInstitutions;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What a hub's administrators see of its institutions, which they do not act for. */
@QuarkusTest
class HubViewsTest {

    private final Tenant institution = new Tenant(UUID.randomUUID().toString());
    private final String hub = "hub-" + UUID.randomUUID();
    private final String email = "ada." + UUID.randomUUID() + "@example.org";
    private final Api administrator =
            new Api(Token.of("admin-of-" + hub).onThePlatform(Roles.HUB_ADMIN).sign());

    @Inject
    KnownInstitutions institutions;

    @BeforeEach
    void an_institution_of_the_hub() {
        institutions.tell(institution, "active", hub);
    }

    @Test
    void downloads_of_the_hubs_institutions_are_counted_and_no_others() {
        String curriculum = Packages.published();
        String guide = CURRICULA + "/" + curriculum + "/versions/1.0.0/guide";
        Api.facilitatorOf(institution).call().get(guide).then().statusCode(200);
        Api.facilitatorOf(Token.LAKESIDE).call().get(guide).then().statusCode(200);

        Response counted = downloads(administrator);

        assertThat(counted.jsonPath().<List<String>>getList("counts.curriculum"))
                .containsExactly(List.of(curriculum));
        assertThat(counted.jsonPath().<List<Integer>>getList("counts.times")).containsExactly(List.of(1));
        assertThat(downloads(Api.operator()).asString()).isEqualTo(counted.asString());
        administrator
                .call()
                .get("/curriculum/v1/hubs/" + hub + "/downloads?to=2001-01")
                .then()
                .body("size()", equalTo(0));
        administrator
                .call()
                .get("/curriculum/v1/hubs/" + hub + "/downloads?from=March")
                .then()
                .statusCode(400);
    }

    @Test
    void whom_institutions_offer_is_in_the_hubs_pool_and_nobody_else_is() {
        offer(true);
        assertThat(pool(administrator).<List<String>>path("email")).containsExactly(email);

        institutions.tell(institution, "active", "another-" + hub);
        assertThat(pool(administrator).<List<String>>path("email"))
                .as("of an institution that moved")
                .isEmpty();
        institutions.tell(institution, "active", hub);
        offer(false);
        assertThat(pool(administrator).<List<String>>path("email"))
                .as("not offered")
                .isEmpty();
    }

    @Test
    void pools_come_page_by_page() {
        Api ofInstitution = new Api(Token.member(institution, Roles.INSTITUTION_ADMIN));
        List<String> all = IntStream.range(0, 5)
                .mapToObj(at -> ofInstitution
                        .post("/curriculum/v1/facilitators", facilitator(at + email, true))
                        .<String>path("id"))
                .sorted()
                .toList();

        assertThat(paged(administrator, "/curriculum/v1/hubs/" + hub + "/facilitators"))
                .containsExactly(all.subList(0, 2), all.subList(2, 4), all.subList(4, 5));
        assertThat(paged(ofInstitution, "/curriculum/v1/facilitators/pool"))
                .containsExactly(all.subList(0, 2), all.subList(2, 4), all.subList(4, 5));
        administrator
                .call()
                .get("/curriculum/v1/hubs/" + hub + "/facilitators?limit=501")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
    }

    private static List<List<String>> paged(Api who, String path) {
        List<List<String>> pages = new ArrayList<>();
        String at = path + "?limit=2";
        while (at != null) {
            Response page = who.call().get(at);
            pages.add(page.path("id"));
            String next = page.header("Link");
            at = next == null ? null : next.substring(next.indexOf(path), next.indexOf('>'));
        }
        return pages;
    }

    @Test
    void another_hubs_administrator_and_whoever_the_registry_does_not_know_find_no_hub() {
        Api another = new Api(
                Token.of("admin-of-another").onThePlatform(Roles.HUB_ADMIN).sign());
        for (Response refused : List.of(pool(another), downloads(another))) {
            refused.then().statusCode(404).body("type", equalTo("urn:mentoring-commons:problem:hub-not-found"));
        }
        for (String odd : List.of("Midwest", "..%2Finstitutions", "a%20b", "-")) {
            administrator
                    .call()
                    .urlEncodingEnabled(false)
                    .get("/curriculum/v1/hubs/" + odd + "/facilitators")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void nobody_is_let_in_while_the_registry_is_out_of_order() {
        administrator
                .call()
                .get("/curriculum/v1/hubs/broken/facilitators")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:mentoring-commons:problem:registry-away"));
    }

    @Test
    void no_institution_reaches_a_pool_by_naming_the_hub() {
        offer(true);

        String query = "select count(*) from %s('" + hub + "', '" + new UUID(0, 0) + "', 500)";
        String inside = query.formatted("facilitators_offered");
        assertThat(new Person("somebody", Token.LAKESIDE, null).isRefused(inside))
                .isTrue();
        query = query.formatted("facilitators_of_hub");
        assertThat(Person.counts("", "", query)).isEqualTo(1);
        assertThat(Person.counts(Token.LAKESIDE.id(), "", query)).isZero();
        assertThat(Person.counts(institution.id(), "", query)).isZero();
    }

    private void offer(boolean offered) {
        Api ofInstitution = new Api(Token.member(institution, Roles.INSTITUTION_ADMIN));
        Map<String, Object> ada = facilitator(email, offered);
        List<String> known =
                ofInstitution.call().get("/curriculum/v1/facilitators").path("id");
        if (known.isEmpty()) {
            ofInstitution.post("/curriculum/v1/facilitators", ada).then().statusCode(201);
        } else {
            ofInstitution
                    .put("/curriculum/v1/facilitators/" + known.get(0), ada)
                    .then()
                    .statusCode(200);
        }
    }

    private static Map<String, Object> facilitator(String email, boolean offered) {
        return Map.of("name", "Ada", "email", email, "offered", offered, "trainings", List.of());
    }

    private Response pool(Api who) {
        return who.call().get("/curriculum/v1/hubs/" + hub + "/facilitators");
    }

    private Response downloads(Api who) {
        return who.call().get("/curriculum/v1/hubs/" + hub + "/downloads");
    }
}
