package org.mentoringcommons.survey.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ConsentTextsTest {

    @Inject
    World world;

    private World.Asked asked;
    private String consents;

    @BeforeEach
    void aWaveIsOpen() {
        asked = world.asked(Token.LAKESIDE, 2);
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        consents = "/protocols/" + protocol + "/consents";
    }

    @Test
    void a_protocol_begins_with_its_first_text_and_shows_the_one_in_force() {
        publish(Questions.consent("material", "2"))
                .then()
                .statusCode(201)
                .header("Location", endsWith(consents + "/2"));

        administrator()
                .get(consents)
                .then()
                .body("version", contains("1", "2"))
                .body("change", contains("initial", "material"));
        administrator()
                .get(consents.replace("/consents", ""))
                .then()
                .body("consent.version", equalTo("2"))
                .body("institutions", contains("alias-1"));
        administrator()
                .get(consents + "/1")
                .then()
                .body("text", equalTo("Taking part is voluntary."))
                .body("summary", nullValue());
        administrator().get(consents + "/3").then().statusCode(404).body("type", endsWith("consent-not-found"));
    }

    @Test
    void a_trivial_change_takes_answers_under_either_text_and_each_keeps_the_one_shown() {
        publish(Questions.consent("trivial", "1a")).then().statusCode(201);

        answer(asked.tokens().get(0), "1", null).then().statusCode(201);
        answer(asked.tokens().get(1), "1a", null).then().statusCode(201);

        assertThat(org.mentoringcommons.survey.Database.select(
                        "select consent_version, consent_language from response where wave = ?::uuid order by 1",
                        asked.wave()))
                .containsExactly(List.of("1", "en"), List.of("1a", "en"));
    }

    @Test
    void a_material_change_refuses_answers_under_any_text_before_it() {
        publish(Questions.consent("trivial", "1a")).then().statusCode(201);
        publish(Questions.consent("material", "2")).then().statusCode(201);
        publish(Questions.consent("trivial", "2a")).then().statusCode(201);

        for (String old : List.of("1", "1a", "never")) {
            answer(asked.token(), old, null)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("consent-changed"))
                    .body("violations.field", contains("consentVersion"))
                    .body("violations.message", contains("the consent in force is 2a"));
        }
        answer(asked.token(), "2", null).then().statusCode(201);
    }

    @Test
    void the_text_is_served_in_the_language_that_suits_best_and_the_answer_says_which() {
        publish(Questions.consentWith("material", "2", "es", "pt-BR")).then().statusCode(201);
        String form = "/forms/" + asked.token();

        Api.anybody()
                .get(form + "?lang=es-MX")
                .then()
                .body("consent.language", equalTo("es"))
                .body("consent.text", equalTo("Text in es"))
                .body("consent.languages", contains("en", "es", "pt-BR"));
        Api.anybody().get(form + "?lang=pt").then().body("consent.language", equalTo("pt-BR"));
        Api.anybody().get(form + "?lang=fr").then().body("consent.language", equalTo("en"));
        Api.anybody().get(form + "?lang=%21%21").then().statusCode(200).body("consent.language", equalTo("en"));

        answer(asked.token(), "2", "fr")
                .then()
                .statusCode(400)
                .body("type", endsWith("consent-language-unknown"))
                .body("violations.field", contains("consentLanguage"));
        answer(asked.token(), "2", "pt-BR").then().statusCode(201);
        assertThat(org.mentoringcommons.survey.Database.select(
                        "select consent_language from response where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of("pt-BR"));
    }

    @Test
    void the_same_text_sent_again_is_one_version_and_another_under_its_name_is_refused() {
        Map<String, Object> wanted = Questions.consent("material", "2");
        publish(wanted).then().statusCode(201);

        publish(wanted).then().statusCode(200).body("version", equalTo("2"));
        publish(Questions.consentWith("material", "2", "es"))
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-exists"))
                .body("violations.field", contains("consent.version"));
        administrator().get(consents).then().body("version", contains("1", "2"));
    }

    @Test
    void texts_published_at_the_same_moment_follow_one_another() {
        List<CompletableFuture<Integer>> publishing = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() ->
                        publish(Questions.consent("trivial", "1." + number)).statusCode()))
                .toList();

        assertThat(publishing.stream().map(CompletableFuture::join)).containsOnly(201);
        administrator().get(consents).then().body("size()", equalTo(7));
        answer(asked.token(), "1", null).then().statusCode(201);
    }

    @Test
    void what_contradicts_itself_is_named() {
        publish(Questions.consentWith("initial", "2", "es", "en", "es"))
                .then()
                .statusCode(400)
                .body("type", endsWith("consent-contradictory"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "change", "consent.translations[1].language", "consent.translations[2].language"));
        Map<String, Object> unfit = new HashMap<>(Questions.consentWith("material", "2", "Klingon"));
        unfit.remove("summary");
        publish(unfit)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("summary", "consent.translations[0].language"));
        administrator().get(consents).then().body("version", contains("1"));
    }

    @Test
    void a_protocol_covers_the_institution_that_registers_it() {
        Map<String, Object> wanted =
                Questions.protocol(Questions.published(), "curriculum", LocalDate.of(2020, 1, 1), null);
        wanted.put("institutions", List.of("elsewhere"));

        administrator()
                .post("/protocols", wanted)
                .then()
                .statusCode(400)
                .body("type", endsWith("protocol-contradictory"))
                .body("violations.field", contains("institutions"));

        wanted.put("institutions", List.of("alias-1", "elsewhere"));
        administrator()
                .post("/protocols", wanted)
                .then()
                .statusCode(201)
                .body("institutions", contains("alias-1", "elsewhere"));
    }

    @Test
    void nobody_elses_protocol_gets_a_text() {
        Api.administrator(Token.HILLTOP)
                .post(consents, Questions.consent("material", "2"))
                .then()
                .statusCode(404)
                .body("type", endsWith("protocol-not-found"));
    }

    private Response publish(Map<String, Object> consent) {
        return administrator().post(consents, consent);
    }

    private static Api administrator() {
        return Api.administrator(Token.LAKESIDE);
    }

    private static Response answer(String token, String version, String language) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "receipt",
                UUID.randomUUID().toString(),
                "consentVersion",
                version,
                "research",
                true,
                "answers",
                Questions.goodAnswers()));
        if (language != null) {
            body.put("consentLanguage", language);
        }
        return Api.anybody().post("/forms/" + token + "/response", body);
    }
}
