package org.mentoringcommons.survey.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WithdrawalTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void destroyed_answers_are_told_empty_then_erased_and_nothing_of_them_is_left() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String receipt = "7KQ2D-M0XRT-9FWZH-" + random(5) + "-" + random(5);
        String response = answer(asked, 0, receipt);
        String other = answer(asked, 1, Questions.receipt());
        agreeOnCodes(response);

        Response done = byReceipt(receipt);

        done.then()
                .statusCode(201)
                .body("policy", equalTo("destroy"))
                .body("answers", equalTo(1))
                .body("number", startsWith("IRB-"))
                .body("releases", empty())
                .body("effects.find { it.thing == 'answers' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'codes' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'counts' }.outcome", equalTo("told"))
                .body("effects.find { it.thing == 'participation' }.outcome", equalTo("ended"));
        List<Database.Told> told = Database.told(response);
        assertThat(told).extracting(Database.Told::version).containsExactly(1L, 2L, 3L);
        assertThat(told.get(1).data())
                .isEqualTo(Database.json("{\"id\": \"%s\", \"wave\": \"%s\", \"research\": false, \"answers\": {}}"
                        .formatted(response, asked.wave())));
        assertThat(Database.select("select data is null from outbox where key = ? order by id", response))
                .containsExactly(List.of(false), List.of(false), List.of(true));
        assertThat(Database.select(
                        "select version, data is null from outbox where key = ? order by id",
                        response + ":planned_changes"))
                .containsExactly(List.of(1L, false), List.of(2L, true));
        for (String table : List.of("response", "excluded_response")) {
            assertThat(Database.count(table + " where id = ?::uuid", response))
                    .as(table)
                    .isZero();
        }
        for (String table : List.of("text_coding", "text_consensus")) {
            assertThat(Database.count(table + " where response = ?::uuid", response))
                    .as(table)
                    .isZero();
        }
        assertThat(Database.count("response where id = ?::uuid", other)).isEqualTo(1);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
    }

    @Test
    void excluded_answers_stay_where_nothing_counts_codes_or_tells_them() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        List<List<Object>> kept = rowOf("response", response);

        byReceipt(receipt)
                .then()
                .statusCode(201)
                .body("effects.find { it.thing == 'answers' }.outcome", equalTo("set-aside"));

        assertThat(rowOf("excluded_response", response)).isEqualTo(kept);
        assertThat(Database.count("response where id = ?::uuid", response)).isZero();
        assertThat(Database.told(response)).extracting(Database.Told::version).containsExactly(1L, 2L, 3L);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(0));
        assertThat(Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                        .get("/texts?wave=" + asked.wave())
                        .<List<Object>>path("$"))
                .isEmpty();
        Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                .put("/texts/" + response + "/planned_changes/codes", codes(codebook()))
                .then()
                .statusCode(404);
    }

    @Test
    void retained_answers_stay_in_use_and_nothing_further_is_taken() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "retain");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);

        byReceipt(receipt)
                .then()
                .statusCode(201)
                .body("effects.thing", contains("answers", "texts", "counts", "participation"))
                .body("effects.outcome", contains("kept", "kept", "kept", "ended"));

        assertThat(Database.told(response)).hasSize(1);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409).body("type", endsWith("withdrawn"));
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retain", "exclude", "destroy"})
    void asked_again_by_either_way_the_answer_is_the_same_and_nothing_more_happens(String policy) {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, policy);
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String first = byReceipt(receipt).then().statusCode(201).extract().asString();
        long told = Database.told(response).size();
        clock.set(Instant.now().plus(Duration.ofDays(90)));

        Response again = byReceipt(receipt);
        Response byLink = byLink(asked.token());

        again.then().statusCode(200);
        assertThat(Database.json(again.asString())).isEqualTo(Database.json(first));
        byLink.then().statusCode(200);
        assertThat(Database.json(byLink.asString())).isEqualTo(Database.json(first));
        assertThat(Database.told(response)).hasSize((int) told);
    }

    @Test
    void by_link_before_any_answer_none_can_be_given_and_nobody_is_reminded() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");

        byLink(asked.token())
                .then()
                .statusCode(201)
                .body("answers", equalTo(0))
                .body("effects.thing", contains("participation"));

        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409).body("type", endsWith("withdrawn"));
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith("withdrawn"));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .then()
                .body("remind", contains(false));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    @Test
    void a_receipt_may_be_typed_as_people_type() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Api.anybody().get("/forms/" + asked.token()).path("receipt");
        answer(asked, 0, receipt);

        byReceipt("  "
                        + receipt.toLowerCase()
                                .replace('-', ' ')
                                .replace('0', 'o')
                                .replace('1', 'l') + "\n")
                .then()
                .statusCode(201)
                .body("answers", equalTo(1));
    }

    @Test
    void every_wrong_receipt_is_answered_alike_and_changes_nothing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String unknown =
                byReceipt(Questions.receipt()).then().statusCode(404).extract().asString();

        for (String wrong :
                List.of("", "-", "x", receipt.substring(1), receipt + "0", "'; drop table response", "ü\u0000")) {
            Response refused = byReceipt(wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(404);
            assertThat(refused.asString()).as(wrong).isEqualTo(unknown);
        }
        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.HILLTOP), "receipt", receipt))
                .then()
                .statusCode(404);
        Api.anybody()
                .post("/withdrawals", Map.of("institution", "nowhere", "receipt", receipt))
                .then()
                .statusCode(404)
                .body("type", endsWith("institution-not-found"));
        Api.anybody()
                .post("/withdrawals", Map.of("receipt", "r".repeat(300)))
                .then()
                .statusCode(400)
                .body("violations.field.sort()", contains("institution", "receipt"));
        assertThat(Database.count("response where id = ?::uuid", response)).isEqualTo(1);
        assertThat(unknown).contains("receipt-not-found");
    }

    @Test
    void a_code_that_a_portal_gave_to_two_people_withdraws_neither() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String shared = Questions.receipt();
        answer(asked, 0, shared);
        Api.answer(asked.tokens().get(1), shared, Questions.goodAnswers())
                .then()
                .statusCode(201);

        byReceipt(shared).then().statusCode(409).body("type", endsWith("receipt-ambiguous"));

        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(2);
        byLink(asked.token()).then().statusCode(201);
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
    }

    @Test
    void many_at_once_withdraw_once_and_an_answer_at_the_same_moment_never_survives_it() {
        for (int round = 0; round < 5; round++) {
            World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
            List<CompletableFuture<Integer>> calls = new ArrayList<>();
            for (int call = 0; call < 4; call++) {
                calls.add(CompletableFuture.supplyAsync(
                        () -> byLink(asked.token()).statusCode()));
                calls.add(CompletableFuture.supplyAsync(
                        () -> Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                                .statusCode()));
            }

            List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();

            assertThat(statuses).isSubsetOf(200, 201, 409);
            assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                    .isZero();
            assertThat(Database.count(
                            "withdrawal w join wave v on v.tenant = w.tenant and v.protocol = w.protocol"
                                    + " where v.id = ?::uuid",
                            asked.wave()))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_proof_is_genuine_or_not_there_and_says_the_same_as_page_and_pdf() throws Exception {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        Response done = byReceipt(receipt);
        String code = done.<String>path("address").replaceAll(".*/p/", "");

        Response json = Api.anybody().get("/withdrawals/" + code);
        Response page =
                given().accept("text/html").header("Accept-Language", "es").get("/p/" + code);
        Response pdf = given().get("/p/" + code + "/pdf");

        assertThat(Database.json(json.asString())).isEqualTo(Database.json(done.asString()));
        page.then().statusCode(200).body(containsString("Comprobante de retirada"));
        assertThat(page.asString()).contains(done.<String>path("withdrawal"), "Este servicio no conoce ninguna.");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment"));
        assertThat(org.mentoringcommons.survey.Pdf.text(pdf.asByteArray()))
                .contains("Proof of withdrawal", "left out of every count", done.<String>path("withdrawal"));
        for (String forged : List.of(code.substring(1), "A" + code.substring(1), code + "A", "A".repeat(64), "!")) {
            Api.anybody()
                    .get("/withdrawals/" + forged)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("proof-not-found"));
        }
        given().accept("text/html")
                .get("/p/" + code + "A")
                .then()
                .statusCode(404)
                .body(containsString("not one of our proofs"));
    }

    @Test
    void the_pages_withdraw_without_script() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        String byReceipt = "/w/" + World.alias(Token.LAKESIDE);
        String byLink = "/s/" + asked.tokens().get(1) + "/withdrawal";

        html().get(byReceipt)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
        html().formParam("receipt", "<b>wrong")
                .post(byReceipt)
                .then()
                .statusCode(404)
                .body(containsString("value=\"&lt;b&gt;wrong\""))
                .body(containsString("id=\"receipt-error\""));
        html().formParam("receipt", receipt)
                .post(byReceipt)
                .then()
                .statusCode(200)
                .body(containsString("Proof of withdrawal"))
                .body(containsString("Answers already sent are destroyed."));
        html().get(byLink + "?lang=es").then().statusCode(200).body(containsString("Borrar mi invitación"));
        assertThat(Database.count(
                        "withdrawal w join wave v on v.tenant = w.tenant and v.protocol = w.protocol"
                                + " where v.id = ?::uuid",
                        asked.wave()))
                .isEqualTo(1);
        html().formParam("yes", "yes").post(byLink).then().statusCode(200).body(containsString("Proof of withdrawal"));
        html().get("/s/nonsense/withdrawal").then().statusCode(404).body(containsString("This link leads nowhere"));
        html().get("/w/nowhere").then().statusCode(404).body(containsString("There is no such institution"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    @Test
    void nobodys_withdrawal_waits_for_a_suspended_institution() {
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        World.Asked asked = world.asked(institution, 2, "destroy");
        String receipt = Questions.receipt();
        Api.answer(asked.tokens().get(0), receipt, Questions.goodAnswers())
                .then()
                .statusCode(201);

        world.institutionKnown(institution, "America/Chicago", "suspended");
        awaitRefusal(asked.tokens().get(1));

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(institution), "receipt", receipt))
                .then()
                .statusCode(201);
        byLink(asked.tokens().get(1)).then().statusCode(201);
    }

    @Test
    void a_withdrawal_touches_no_row_beside_the_participant_and_has_no_time() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "exclude");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        String invitations = "select to_jsonb(i)::text, i.xmin::text, i.ctid::text from invitation i"
                + " where wave = ?::uuid order by participant";
        List<List<Object>> before = Database.select(invitations, asked.wave());

        byReceipt(receipt).then().statusCode(201);
        byLink(asked.tokens().get(1)).then().statusCode(201);

        assertThat(Database.select(invitations, asked.wave())).isEqualTo(before);
        assertThat(
                        Database.select(
                                """
                        select table_name, column_name from information_schema.columns
                        where table_name in ('response', 'excluded_response', 'withdrawal', 'withdrawn_receipt',
                                             'declination', 'forgotten')
                          and (data_type like 'timestamp%' or is_identity = 'YES' or column_default like 'nextval%')"""))
                .isEmpty();
    }

    private static Response byReceipt(String receipt) {
        return Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt));
    }

    private static Response byLink(String token) {
        return Api.anybody().post("/forms/" + token + "/withdrawal", Map.of());
    }

    /** Answers and tells the answer's id. */
    private static String answer(World.Asked asked, int person, String receipt) {
        List<String> before = ids(asked);
        Api.answer(asked.tokens().get(person), receipt, Questions.goodAnswers())
                .then()
                .statusCode(201);
        return Stream.of(ids(asked))
                .flatMap(List::stream)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(World.Asked asked) {
        return Database.select("select id from response where wave = ?::uuid", asked.wave()).stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    private static List<List<Object>> rowOf(String table, String id) {
        return Database.select(
                "select tenant, id, wave, pseudonym::text, research, consent_version, consent_language, answers::text,"
                        + " texts::text from " + table + " where id = ?::uuid",
                id);
    }

    private static void agreeOnCodes(String response) {
        Map<String, Object> codes = codes(codebook());
        for (String coder : List.of(Questions.FIRST_CODER, Questions.SECOND_CODER)) {
            Api.evaluator(Token.LAKESIDE, coder)
                    .put("/texts/" + response + "/planned_changes/codes", codes)
                    .then()
                    .statusCode(200);
        }
    }

    private static Map<String, Object> codes(String codebook) {
        return Map.of("codebook", Map.of("key", codebook, "version", "1"), "codes", List.of("Agenda"));
    }

    private static String codebook() {
        String key = "codebook-" + UUID.randomUUID();
        Api.operator()
                .post(
                        "/codebooks",
                        Map.of(
                                "key",
                                key,
                                "version",
                                "1",
                                "item",
                                "planned_changes",
                                "codes",
                                List.of(Map.of("code", "Agenda", "label", "Agenda"))))
                .then()
                .statusCode(201);
        return key;
    }

    private static void awaitRefusal(String token) {
        Instant patience = Instant.now().plusSeconds(10);
        while (Api.anybody().get("/forms/" + token).statusCode() != 403) {
            assertThat(Instant.now()).isBefore(patience);
        }
    }

    private static io.restassured.specification.RequestSpecification html() {
        return given().accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static String random(int length) {
        return UUID.randomUUID()
                .toString()
                .toUpperCase()
                .replaceAll("[^0-9A-F]", "")
                .substring(0, length);
    }
}
