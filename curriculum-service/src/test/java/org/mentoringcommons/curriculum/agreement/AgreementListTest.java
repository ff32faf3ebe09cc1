package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Person.AGREEMENTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Person;

@QuarkusTest
class AgreementListTest {

    @Test
    void it_says_how_far_each_has_come_and_nothing_of_what_is_agreed() {
        Two two = Two.inForce();
        two.changes(1).then().statusCode(200);

        two.mentor()
                .api()
                .call()
                .get(AGREEMENTS)
                .then()
                .body("id", contains(two.agreement()))
                .body("[0].with", equalTo(two.mentee().name()))
                .body("[0].title", equalTo(two.reads(two.mentor()).path("definition.title")))
                .body("[0].status", equalTo("change_proposed"))
                .body("[0].newest", equalTo(2))
                .body("[0].inForce", equalTo(1))
                .body("[0].reviewOn", equalTo(two.reads(two.mentor()).path("rounds[0].reviewOn")))
                .body("[0].rounds", nullValue())
                .body("[0].definition", nullValue())
                .body(not(containsString("Quokka")));
    }

    @Test
    void it_comes_page_by_page() {
        Two two = Two.proposed();
        proposes(two).then().statusCode(201);
        proposes(two).then().statusCode(201);

        List<String> found = new ArrayList<>();
        String at = AGREEMENTS + "?limit=2";
        while (at != null) {
            Response page = two.mentor().api().call().get(at);
            found.addAll(page.jsonPath().getList("id"));
            String next = page.header("Link");
            at = next == null ? null : next.substring(next.indexOf(AGREEMENTS), next.indexOf('>'));
        }

        assertThat(found).hasSize(3).doesNotHaveDuplicates().isSorted().contains(two.agreement());
        two.mentor()
                .api()
                .call()
                .get(AGREEMENTS + "?limit=301")
                .then()
                .statusCode(400)
                .body("violations.field", contains("limit"));
    }

    @Test
    void nobody_proposes_without_end_nor_changes_without_end() {
        Two two = Two.proposed();
        Person.asOwner("insert into agreement (tenant, owner, id, partner, definition)"
                + " select a.tenant, a.owner, gen_random_uuid(), a.partner, a.definition"
                + " from agreement a, generate_series(2, 100) where a.id = '" + two.agreement() + "'");
        proposes(two).then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:too-many-agreements"));

        Person.asOwner(
                "insert into agreement_round (tenant, owner, agreement, round, answers, review_on, contacts_a_year)"
                        + " select r.tenant, r.owner, r.agreement, n, r.answers, r.review_on, r.contacts_a_year"
                        + " from agreement_round r, generate_series(2, 50) n where r.agreement = '" + two.agreement()
                        + "'");
        two.changes(1).then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:too-many-changes"));
        two.reads(two.mentor()).then().body("rounds", hasSize(50));
    }

    private static Response proposes(Two two) {
        return two.mentee()
                .api()
                .post(AGREEMENTS, Map.of("with", two.mentor().name(), "sheet", two.sheet(), "version", 1));
    }
}
