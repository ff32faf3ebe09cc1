package org.mentoringcommons.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Whether releases of a study may name an institution is its administrator's to say, and to take back. */
@QuarkusTest
class SiteAgreementTest {

    private static final Tenant SITE = Facts.institution("agrees to be named");

    @Inject
    SiteAgreements sites;

    @Test
    void an_administrator_agrees_to_the_words_in_force_and_to_no_others() {
        takesPart("named-words");
        Declared.administrator(SITE)
                .get(address("named-words") + "/text")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("words", containsString("stays published"));

        agree("named-words", 2)
                .statusCode(409)
                .body("type", endsWith(":agreement-not-in-force"))
                .body("violations.field", contains("agreement"));
        Declared.administrator(SITE)
                .body(Map.of())
                .post(address("named-words"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("agreement"));
        agree("named-words", 1)
                .statusCode(201)
                .body("agreement", equalTo(1))
                .body("agreedAt", notNullValue())
                .body("agreedBy", notNullValue())
                .body("named", equalTo(true));
        agree("named-words", 1).statusCode(409).body("type", endsWith(":site-agreement-exists"));
        assertThat(agreeing("named-words")).containsExactly(SITE.id());
    }

    @Test
    void what_is_withdrawn_stays_on_record_and_may_be_agreed_to_again() throws SQLException {
        takesPart("named-no-more");
        shown("named-no-more").statusCode(404).body("type", endsWith(":site-agreement-not-found"));
        withdraw("named-no-more").statusCode(404);
        agree("named-no-more", 1).statusCode(201);

        withdraw("named-no-more").statusCode(204);

        assertThat(agreeing("named-no-more")).isEmpty();
        shown("named-no-more").statusCode(404);
        agree("named-no-more", 1).statusCode(201);
        shown("named-no-more").statusCode(200).body("institution", equalTo(SITE.id()));
        try (Connection owner = Database.asOwner()) {
            assertThat(
                            Database.rows(
                                    owner,
                                    "select withdrawn_at is null from site_agreement where study = 'named-no-more' order by agreed_at, 1"))
                    .containsExactlyInAnyOrder("f", "t");
        }
    }

    @Test
    void who_leaves_the_study_is_not_named_and_not_when_coming_back_either() {
        takesPart("named-left");
        agree("named-left", 1).statusCode(201);

        Declared.leave("named-left", SITE).statusCode(204);
        assertThat(agreeing("named-left")).isEmpty();
        Declared.join("named-left", SITE, 1).statusCode(201);

        assertThat(agreeing("named-left")).isEmpty();
        shown("named-left").statusCode(404);
    }

    @Test
    void who_does_not_share_at_present_is_not_named() {
        takesPart("named-material");
        agree("named-material", 1).statusCode(201);

        Declared.operator()
                .body(Map.of("text", "another use", "material", true))
                .post(STUDIES + "/named-material/agreement-texts")
                .then()
                .statusCode(201);

        shown("named-material").body("named", equalTo(false));
        assertThat(agreeing("named-material")).isEmpty();
    }

    @Test
    void only_an_administrator_of_an_institution_that_takes_part_agrees() {
        declare("named-others");

        agree("named-others", 1).statusCode(404).body("type", endsWith(":participation-not-found"));
        agree("never-declared-to-be-named", 1).statusCode(404).body("type", endsWith(":study-not-found"));
        Declared.as(Token.member(SITE, Roles.EVALUATOR))
                .body(Map.of("agreement", 1))
                .post(address("named-others"))
                .then()
                .statusCode(403);
        Declared.operator().get(address("named-others")).then().statusCode(403);
    }

    @Test
    void of_two_who_agree_at_once_one_is_told_so() throws Exception {
        takesPart("named-twice");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> agreeing = () -> agree("named-twice", 1).extract().statusCode();
            Future<Integer> one = both.submit(agreeing);
            Future<Integer> other = both.submit(agreeing);

            assertThat(java.util.List.of(one.get(), other.get())).containsExactlyInAnyOrder(201, 409);
        } finally {
            both.shutdownNow();
        }
    }

    @Transactional
    java.util.Set<String> agreeing(String study) {
        return sites.agreeing(study);
    }

    private static void declare(String key) {
        Declared.declare(Declared.study(key, key, key, key, "of the team")).statusCode(201);
    }

    private static void takesPart(String key) {
        declare(key);
        Declared.join(key, SITE, 1).statusCode(201);
    }

    private static String address(String key) {
        return STUDIES + "/" + key + "/participation/site";
    }

    private static ValidatableResponse agree(String key, int version) {
        return Declared.administrator(SITE)
                .body(Map.of("agreement", version))
                .post(address(key))
                .then();
    }

    private static ValidatableResponse shown(String key) {
        return Declared.administrator(SITE).get(address(key)).then();
    }

    private static ValidatableResponse withdraw(String key) {
        return Declared.administrator(SITE).delete(address(key)).then();
    }
}
