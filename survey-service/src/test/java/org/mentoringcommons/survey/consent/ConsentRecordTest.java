package org.mentoringcommons.survey.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Pdf;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ConsentRecordTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void the_record_says_what_was_read_and_decided_and_when_also_after_the_text_has_changed() throws Exception {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String receipt = Questions.receipt();
        Instant moment = Instant.now();
        clock.set(moment); // it may be midnight in Chicago before the record is read
        Response kept = Api.answer(asked.token(), receipt, false, Questions.goodAnswers());
        String address = kept.path("consentRecord");
        assertThat(address).startsWith("https://survey.example/c/");
        String code = address.substring(address.lastIndexOf('/') + 1);
        publish(asked, Questions.consent("material", "2"));

        Api.anybody()
                .get("/consent-records/" + code)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("institution", startsWith("University of"))
                .body("number", startsWith("IRB-"))
                .body("consentVersion", equalTo("1"))
                .body("text.language", equalTo("en"))
                .body("text.text", equalTo("Taking part is voluntary."))
                .body(
                        "day",
                        equalTo(LocalDate.ofInstant(moment, ZoneId.of("America/Chicago"))
                                .toString()))
                .body("takesPart", equalTo(true))
                .body("research", equalTo(false))
                .body("signed", equalTo("personal-link"))
                .body("address", equalTo(address));
        given().accept("text/html")
                .get("/c/" + code)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Record of consent"))
                .body(containsString("href=\"" + address + "/pdf\""));
        assertThat(Pdf.text(given().get("/c/" + code + "/pdf").asByteArray()))
                .contains("Record of consent", "Taking part is voluntary.", "by choosing and sending")
                .contains("My answers may be used for research No");
    }

    @Test
    void a_retry_gets_the_record_of_what_is_kept_not_of_what_it_says() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String receipt = Questions.receipt();
        String first = Api.answer(asked.token(), receipt, false, Questions.goodAnswers())
                .path("consentRecord");

        Response retry = Api.answer(asked.token(), receipt, true, Questions.goodAnswers());

        retry.then().statusCode(200).body("consentRecord", equalTo(first));
    }

    @Test
    void nothing_in_it_leads_to_the_answer_and_the_same_decision_has_the_same_record() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        String one = Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers())
                .path("consentRecord");
        String other = Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .path("consentRecord");

        // two people who decided the same on the same day: whoever has both records cannot tell whose is whose
        assertThat(one).isEqualTo(other);
        // and none is kept; what is called a record in files of imports is an answer
        assertThat(
                        Database.count(
                                "information_schema.tables where table_name like '%record%' and table_name <> 'withdrawn_record'"))
                .isZero();
    }

    @Test
    void an_altered_record_is_none() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String address = Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .path("consentRecord");
        String code = address.substring(address.lastIndexOf('/') + 1);

        for (String forged : List.of(
                "B" + code.substring(1),
                code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
                code + "A",
                code.substring(0, 40),
                "A".repeat(500))) {
            Api.anybody()
                    .get("/consent-records/" + forged)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("consent-record-not-found"));
            given().get("/c/" + forged + "/pdf").then().statusCode(404);
        }
        new Api(Token.member(Token.HILLTOP, org.mentoringcommons.tenancy.Roles.PORTAL))
                .get("/consent-records/" + code)
                .then()
                .statusCode(404);
    }

    @Test
    void it_is_in_the_language_that_was_read_and_a_script_without_letters_in_our_fonts_is_printed_by_the_browser()
            throws Exception {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        Map<String, Object> consent = new HashMap<>(Questions.consentWith("material", "2", "es", "zh"));
        @SuppressWarnings("unchecked")
        Map<String, Object> texts = new HashMap<>((Map<String, Object>) consent.get("consent"));
        texts.put(
                "translations",
                List.of(
                        Map.of("language", "es", "text", "Es su decisión.", "researchQuestion", "¿Sí o no?"),
                        Map.of("language", "zh", "text", "参加是自愿的。", "researchQuestion", "可以吗？")));
        consent.put("consent", texts);
        publish(asked, consent);

        String spanish = answerIn("es", asked.tokens().get(0));
        String chinese = answerIn("zh", asked.tokens().get(1));

        assertThat(Pdf.text(given().get("/c/" + spanish + "/pdf").asByteArray()))
                .contains("Constancia de consentimiento", "Es su decisión.", "¿Sí o no?");
        given().accept("text/html")
                .get("/c/" + chinese)
                .then()
                .statusCode(200)
                .body(containsString("参加是自愿的。"))
                .body(org.hamcrest.Matchers.not(containsString("/pdf")));
        given().get("/c/" + chinese + "/pdf").then().statusCode(406).body("type", endsWith("pdf-unavailable"));
    }

    private static String answerIn(String language, String token) {
        String address = Api.anybody()
                .post(
                        "/forms/" + token + "/response",
                        Map.of(
                                "receipt",
                                Questions.receipt(),
                                "consentVersion",
                                "2",
                                "consentLanguage",
                                language,
                                "research",
                                true,
                                "answers",
                                Questions.goodAnswers()))
                .then()
                .statusCode(201)
                .extract()
                .path("consentRecord");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void publish(World.Asked asked, Map<String, Object> consent) {
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + protocol + "/consents", consent)
                .then()
                .statusCode(201);
    }
}
