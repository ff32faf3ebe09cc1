package org.mentoringcommons.curriculum.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class SearchResourceTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final Api participant = new Api(Token.member(Token.HILLTOP, Roles.PARTICIPANT));
    private final String key = "package-" + UUID.randomUUID();
    /** A word that stands in no other test's package. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_word_is_found_in_what_the_caller_may_read() {
        publish("1.0.0", Packages.CASE.replace("marmot", word).replace("quokka", word + "hidden"));

        Response found = search(participant, word);

        assertThat(found.jsonPath().getList("curriculum")).containsExactly(key);
        assertThat(found.jsonPath().getString("[0].part")).isEqualTo("case");
        assertThat(found.jsonPath().getString("[0].excerpt")).contains("**" + word + "**");
        assertThat(search(participant, word + "hidden").jsonPath().getList("$")).isEmpty();
        assertThat(search(facilitator, word + "hidden").jsonPath().getList("curriculum"))
                .containsExactly(key);
    }

    @Test
    void other_forms_of_an_english_word_count_too() {
        publish("1.0.0", Packages.CASE.replace("marmot", word + " negotiating"));

        assertThat(search(participant, word + " negotiated").jsonPath().getList("curriculum"))
                .containsExactly(key);
    }

    @Test
    void only_the_newest_published_version_is_searched_and_no_draft() {
        publish("1.0.0", Packages.CASE.replace("marmot", word + "old"));
        publish("1.1.0", Packages.CASE.replace("marmot", word + "new"));
        Map<String, String> draft = Packages.files(key, "2.0.0");
        draft.put("modules/communication/case.md", Packages.CASE.replace("marmot", word + "draft"));
        Packages.send(draft).then().statusCode(201);

        assertThat(search(facilitator, word + "old").jsonPath().getList("$")).isEmpty();
        assertThat(search(facilitator, word + "new").jsonPath().getList("version"))
                .containsExactly("1.1.0");
        assertThat(search(Api.operator(), word + "draft").jsonPath().getList("$"))
                .isEmpty();
    }

    @Test
    void what_mends_an_older_edition_later_is_not_the_newest() {
        publish("2.0.0", Packages.CASE.replace("marmot", word + "two"));
        publish("10.0.0", Packages.CASE.replace("marmot", word + "ten"));
        publish("2.0.1", Packages.CASE.replace("marmot", word + "mended"));

        assertThat(search(facilitator, word + "mended").jsonPath().getList("$")).isEmpty();
        assertThat(search(facilitator, word + "ten").jsonPath().getList("version"))
                .containsExactly("10.0.0");
    }

    @Test
    void what_has_the_words_in_its_title_comes_first_however_many_others_have_them() {
        String often = (word + " ").repeat(20);
        manyParts("t-0-" + word, 700, "A text", often);
        manyParts("t-1-" + word, 1, "All of " + word, "Read it.");
        manyParts("t-2-" + word, 700, "A text", often);

        for (Api who : List.of(facilitator, participant)) {
            Response found = search(who, word);
            assertThat(found.jsonPath().getString("[0].title")).isEqualTo("All of " + word);
            assertThat(found.jsonPath().getList("$")).hasSize(20);
        }
    }

    @Test
    void more_of_a_word_in_a_text_is_better_while_not_too_many_have_it() {
        manyParts("t-0-" + word, 498, "A text", "Once " + word + ".");
        manyParts("t-1-" + word, 1, "A text", (word + " ").repeat(5));

        assertThat(search(participant, word).jsonPath().getString("[0].curriculum"))
                .isEqualTo("t-1-" + word);
    }

    /** Published, and written past the service because importing as many takes a while. */
    private static void manyParts(String curriculum, int parts, String title, String text) {
        Person.asOwner(
                """
                insert into curriculum (key, title, audience) values ('%1$s', 'T', 'MENTEE');
                insert into curriculum_version (curriculum, version, status, revision)
                  values ('%1$s', '1.0.0', 'DRAFT', 0);
                insert into module (curriculum, version, position, key, title, minutes, required)
                  values ('%1$s', '1.0.0', 1, 'm', 'M', 30, true);
                insert into part (curriculum, version, module, position, key, kind, readers, title, language, source, body,
                    facilitation)
                  select '%1$s', '1.0.0', 'm', n, 'p' || n, 'passage', 'everyone', '%3$s', 'en', '', '%4$s', ''
                  from generate_series(1, %2$d) n;
                update curriculum_version set status = 'PUBLISHED', published_at = now() where curriculum = '%1$s'"""
                        .formatted(curriculum, parts, title, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "a & | !", "\"", "%", "a:*", "<->", "((("})
    void signs_that_mean_something_to_a_database_mean_nothing_here(String words) {
        search(facilitator, words).then().statusCode(200);
    }

    @Test
    void a_search_for_nothing_is_refused_by_field() {
        assertThat(search(facilitator, " ").statusCode()).isEqualTo(400);
        facilitator
                .call()
                .get("/curriculum/v1/search?q=a&audience=everybody")
                .then()
                .statusCode(400);
    }

    private void publish(String version, String story) {
        Map<String, String> files = Packages.files(key, version);
        files.put("modules/communication/case.md", story);
        Packages.published(files, key, version);
    }

    private static Response search(Api who, String words) {
        return who.call().queryParam("q", words).get("/curriculum/v1/search");
    }
}
