package org.mentoringcommons.survey.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.survey.form.FormPages.open;
import static org.mentoringcommons.survey.form.FormPages.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.EveryKind;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Every kind of item on the page: shown, read back, mended, kept, told. */
@QuarkusTest
class KindsPageTest {

    @Inject
    World world;

    @Test
    void every_kind_is_answered_without_a_script() {
        World.Asked asked = asked();

        send("/s/" + asked.token(), good()).then().statusCode(200);

        List<Object> row = Database.select(
                        "select answers::text, texts::text, id from response where wave = ?::uuid", asked.wave())
                .get(0);
        assertThat(Database.json((String) row.get(0))).isEqualTo(Database.json(EveryKind.CODED));
        assertThat(Database.json((String) row.get(1)))
                .isEqualTo(Database.json("{\"gender\": \"Two-spirit\", \"why\": \"Because\"}"));
        assertThat(Database.told(row.get(2).toString()).get(0).data().get("answers"))
                .isEqualTo(Database.json(EveryKind.CODED));
    }

    @Test
    void each_kind_says_how_it_is_answered_and_to_whom_it_applies() {
        String shown = open("/s/" + asked().token()).asString();

        assertThat(shown)
                .contains("<p aria-hidden=\"true\">Plan everything</p>", "<p aria-hidden=\"true\">See as it comes</p>")
                .contains("type=\"text\" inputmode=\"decimal\" id=\"hours\" name=\"hours\" value=\"\"")
                .contains("A number from 0.5 to 40. Up to 2 decimals.")
                .contains("type=\"date\" inputmode=\"text\" id=\"since\" name=\"since\" value=\"\" min=\"2020-01-01\"")
                .contains("Whole numbers that add up to 100.", "name=\"time.Research &amp; more\"")
                .contains("<select id=\"needs\" name=\"needs\">", "<select id=\"needs-2\" name=\"needs\">")
                .contains("<label for=\"gender.other\">Your own words for “In another way”</label>")
                .contains("Please read this first.")
                .contains("Only if you chose “Yes” at “Do you plan to change something?”. Otherwise leave it out")
                .doesNotContain("NOT_FOUND", "{field", "{page");
    }

    @Test
    void what_does_not_fit_comes_back_as_typed_and_is_named_with_a_way_to_it() {
        Map<String, Object> fields = good();
        fields.put("hours", "2,555");
        fields.put("since", "soon");
        fields.put("time.Research & more", "70");
        fields.put("needs", List.of("Trust", "Trust"));
        fields.put("gender", List.of("Women", "No"));
        fields.put("style", "9");

        Response again = send("/s/" + asked().token(), fields);

        again.then().statusCode(400);
        assertThat(again.asString())
                .contains("6 answers need your attention")
                .contains("<a href=\"#hours\">Hours a month</a>", "<a href=\"#needs\">What you need most</a>")
                .contains("id=\"hours-error\">This answer has more than 2 decimals.", "value=\"2,555\"")
                .contains("id=\"since-error\">This answer must be a date such as 2026-03-09.", "value=\"soon\"")
                .contains("id=\"time-error\">This answer adds up to 110 instead of 100.", "value=\"70\"")
                .contains("id=\"needs-error\">The same is chosen twice.")
                .contains("id=\"gender-error\">One of your choices does not go with others", "value=\"Two-spirit\"")
                .contains("id=\"style-error\">This answer is outside 1–6.");
        assertThat(again.asString().split("value=\"Trust\" selected", -1)).hasSize(3);
    }

    @Test
    void what_does_not_fit_is_said_in_the_readers_language_beside_questions_in_it() {
        World.Asked asked = world.asked(
                Token.LAKESIDE,
                1,
                () -> Questions.protocolOf(Token.LAKESIDE, "exclude", EveryKind.published(), List.of("es")));
        Map<String, Object> fields = good();
        fields.put("consentLanguage", "es");
        fields.put("hours", "50");

        Response again = send("/s/" + asked.token(), fields);

        again.then().statusCode(400);
        assertThat(again.asString())
                .contains("<html lang=\"es\">", "Horas al mes", "Esta respuesta está fuera de 0.5–40.")
                .contains("Solo si eligió «Sí» en «¿Piensa cambiar algo?»")
                .doesNotContain("Hours a month", "<span lang=\"en\"");
        Api.anybody()
                .get("/forms/" + asked.token() + "?lang=es")
                .then()
                .statusCode(200)
                .body("language", equalTo("es"), "title", equalTo("De todo un poco"))
                .body("items.find { it.key == 'plan' }.options.label", contains("Sí", "No"));
    }

    @Test
    void what_is_saved_comes_back_in_every_kind() {
        String page = "/s/" + asked().token();
        Map<String, Object> fields = good();
        fields.put("save", "yes");
        fields.put("draftRevision", "0");

        send(page, fields).then().statusCode(200);

        assertThat(open(page).asString())
                .contains("value=\"2.5\"", "value=\"2024-02-29\"", "value=\"60\"", "value=\"40\"")
                .contains("value=\"Trust\" selected", "value=\"Women\" checked", "value=\"Two-spirit\"")
                .contains("name=\"style\" value=\"2\" checked");
    }

    private World.Asked asked() {
        return world.asked(
                Token.LAKESIDE,
                1,
                () -> Questions.protocolOf(Token.LAKESIDE, "exclude", EveryKind.published(), List.of()));
    }

    private static Map<String, Object> good() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "receipt",
                Questions.receipt(),
                "consentVersion",
                "1",
                "research",
                "yes",
                "style",
                "2",
                "hours",
                "2,5",
                "since",
                "2024-02-29",
                "time.Research & more",
                "60",
                "time.Care",
                "40",
                "time.Teaching",
                ""));
        fields.put("needs", List.of("Trust", "Advice"));
        fields.put("gender", List.of("Women", "Other"));
        fields.put("gender.other", "Two-spirit");
        fields.put("plan", "Yes");
        fields.put("why", "Because");
        return fields;
    }
}
