package org.mentoringcommons.curriculum.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Drafts are there for platform operators alone, who may put another in the place of one until it is published. */
@QuarkusTest
class DraftsTest {

    /** The page that begins with it. */
    private static final String BEFORE = CURRICULA + "?limit=1&after=%.43s";

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final Api participant = new Api(Token.member(Token.HILLTOP, Roles.PARTICIPANT));
    private final String key = "package-" + UUID.randomUUID();

    @Test
    void a_draft_is_read_by_operators_only() {
        String draft = key + "-draft";
        Packages.send(Packages.files(draft, "1.0.0")).then().statusCode(201);
        String path = CURRICULA + "/" + draft + "/versions/1.0.0/modules/communication";

        facilitator.call().get(path).then().statusCode(404);
        assertThat(Api.operator().call().get(path).header("Cache-Control")).contains("no-cache");
    }

    @Test
    void nobody_but_operators_is_told_that_there_is_a_draft() {
        Packages.published(Packages.files(key, "1.0.0"), key, "1.0.0");
        Packages.send(Packages.files(key, "2.0.0")).then().statusCode(201);

        for (Api who : List.of(facilitator, participant)) {
            who.call().get(CURRICULA + "/" + key + "/versions/2.0.0").then().statusCode(404);
            who.call().get(CURRICULA + "/" + key).then().body("versions.version", contains("1.0.0"));
            who.call().get(BEFORE.formatted(key)).then().body("[0].versions.version", contains("1.0.0"));
        }
        Api operator = Api.operator();
        operator.call().get(CURRICULA + "/" + key + "/versions/2.0.0").then().body("status", equalTo("draft"));
        operator.call().get(CURRICULA + "/" + key).then().body("versions.status", contains("published", "draft"));
        operator.call().get(BEFORE.formatted(key)).then().body("[0].versions.version", contains("1.0.0", "2.0.0"));
    }

    @Test
    void a_draft_that_an_operator_with_an_institution_looked_at_is_replaced_like_any_other() {
        String draft = key + "-draft";
        Packages.send(Packages.files(draft, "1.0.0")).then().statusCode(201);
        Api operatorHere = new Api(Token.of("operator-of-lakeside")
                .onThePlatform(Roles.PLATFORM_OPERATOR)
                .at(Token.LAKESIDE, Roles.INSTITUTION_ADMIN)
                .sign());
        for (String document : List.of("/guide", "/package", "/cartridge")) {
            operatorHere
                    .call()
                    .get(CURRICULA + "/" + draft + "/versions/1.0.0" + document)
                    .then()
                    .statusCode(200);
        }
        Map<String, String> corrected = Packages.files(draft, "1.0.0");
        corrected.computeIfPresent("modules/communication/case.md", (name, text) -> text.replace("marmot", "badger"));

        Packages.send(corrected).then().statusCode(200);
    }

    @RepeatedTest(5)
    void a_draft_that_is_published_while_another_is_put_in_its_place_ends_as_one_of_both() {
        String draft = key + "-draft";
        Packages.send(Packages.files(draft, "1.0.0")).then().statusCode(201);
        Map<String, String> other = Packages.files(draft, "1.0.0");
        other.computeIfPresent("modules/communication/case.md", (name, text) -> text.replace("marmot", "badger"));
        String path = CURRICULA + "/" + draft + "/versions/1.0.0";

        CompletableFuture<Integer> publishing = CompletableFuture.supplyAsync(
                () -> Api.operator().post(path + "/publish", "").statusCode());
        int importing = Packages.send(other).statusCode();

        assertThat(publishing.join()).isIn(200, 409);
        assertThat(importing).isIn(200, 409);
        assertThat(List.of(publishing.join(), importing)).isNotEqualTo(List.of(409, 409));
        Response read = Api.operator().call().get(path + "/modules/communication");
        assertThat(read.asString()).contains(importing == 200 ? "badger" : "marmot");
        Api.operator()
                .call()
                .get(path)
                .then()
                .body("status", equalTo(publishing.join() == 200 ? "published" : "draft"));
    }
}
