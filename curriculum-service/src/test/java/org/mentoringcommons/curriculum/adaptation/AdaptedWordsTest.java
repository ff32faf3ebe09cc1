package org.mentoringcommons.curriculum.adaptation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** What an institution has rewritten is found by whoever may read it there, and by nobody elsewhere. */
@QuarkusTest
class AdaptedWordsTest {

    private static final String CASE = "modules/communication/case.md";

    private final Api admin = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final Api participant = new Api(Token.member(Token.LAKESIDE, Roles.PARTICIPANT));
    private final Api elsewhere = Api.facilitatorOf(Token.HILLTOP);
    /** A word that stands in no other test's package. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private final String base = "package-" + UUID.randomUUID();
    private String id;

    @Inject
    UnreadAdaptations unread;

    @BeforeEach
    void aForkOfAVersionThatHasTheWord() {
        Map<String, String> files = Packages.files(base, "1.0.0");
        files.computeIfPresent(CASE, (name, text) -> text.replace("Nadia", "Nadia " + word));
        Packages.published(files, base, "1.0.0");
        id = admin.post(
                        "/curriculum/v1/adaptations",
                        Map.of(
                                "key",
                                "own-" + base,
                                "title",
                                "Mentoring at Lakeside",
                                "curriculum",
                                base,
                                "version",
                                "1.0.0"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_is_as_in_the_shared_version_is_found_there_alone() {
        for (Api who : List.of(admin, facilitator, participant, elsewhere)) {
            assertThat(found(who, word)).containsExactly("shared case");
        }
    }

    @Test
    void what_was_rewritten_and_added_stands_in_one_list_with_the_shared_parts_the_best_first() {
        rewrite(1, "Nadia " + word, "Nadia " + (word + " ").repeat(6), "A page on " + word, "for: everyone");

        JsonPath hits = search(facilitator, word);

        assertThat(found(facilitator, word)).containsExactly("own 2 own", "own 2 case", "shared case");
        assertThat(hits.getMap("[0].adaptation"))
                .containsEntry("id", id)
                .containsEntry("key", "own-" + base)
                .containsEntry("revision", 2);
        assertThat(hits.getString("[0].curriculum")).isEqualTo(base);
        assertThat(hits.getString("[0].version")).isEqualTo("1.0.0");
        assertThat(hits.getString("[1].excerpt")).contains("**" + word + "**");
        assertThat(hits.getString("[2].adaptation")).isNull();
        assertThat(search(facilitator, word + "&audience=mentor").getList("$")).isEmpty();
    }

    @Test
    void participants_find_what_is_published_and_meant_for_them() {
        rewrite(1, "Nadia", "Nadia " + word + "one", "Notes " + word + "notes", "for: facilitators");
        assertThat(found(participant, word + "one")).isEmpty();
        publish(2);
        rewrite(2, word + "one", word + "two", "Notes " + word + "notes", "for: facilitators");

        assertThat(found(participant, word + "one")).containsExactly("own 2 case");
        assertThat(found(participant, word + "two")).isEmpty();
        assertThat(found(participant, word + "notes")).isEmpty();
        assertThat(found(facilitator, word + "one")).isEmpty();
        assertThat(found(facilitator, word + "two")).containsExactly("own 3 case");
        assertThat(found(facilitator, word + "notes")).containsExactly("own 3 own");
        publish(3);
        assertThat(found(participant, word + "two")).containsExactly("own 3 case");
    }

    @Test
    void an_older_revision_that_is_published_late_is_what_participants_find() {
        rewrite(1, "Nadia", "Nadia " + word + "one", "Ours", "for: everyone");
        rewrite(2, word + "one", word + "two", "Ours", "for: everyone");

        publish(2);

        assertThat(found(participant, word + "one")).containsExactly("own 2 case");
        assertThat(found(facilitator, word + "two")).containsExactly("own 3 case");
        assertThat(revisionsKept()).isEqualTo(2);
        publish(3);
        assertThat(revisionsKept()).isEqualTo(1);
    }

    @Test
    void nobody_finds_another_institutions_own() {
        rewrite(1, "Nadia", "Nadia " + word + "ours", "Ours", "for: everyone");
        publish(2);

        for (Api who : List.of(elsewhere, Api.operator())) {
            assertThat(found(who, word + "ours")).isEmpty();
        }
        String theirs = "select count(*) from adaptation_part where adaptation = '" + id + "'";
        assertThat(Person.counts(Token.HILLTOP.id(), "", theirs)).isZero();
        assertThat(Person.counts("", "", theirs)).isZero();
        assertThat(Person.counts(Token.LAKESIDE.id(), "", theirs)).isEqualTo(3);
    }

    @Test
    void what_is_as_in_an_older_version_of_the_base_is_found_once_it_says_something_else_there() {
        Map<String, String> newer = Packages.files(base, "1.1.0");
        Packages.published(newer, base, "1.1.0");

        assertThat(found(facilitator, word)).containsExactly("own 1 case");
        assertThat(found(elsewhere, word)).isEmpty();
    }

    @Test
    void adaptations_of_before_are_read_once() {
        rewrite(1, "Nadia", "Nadia " + word + "one", "Ours", "for: everyone");
        publish(2);
        rewrite(2, word + "one", word + "two", "Ours", "for: everyone");
        Person.asOwner("delete from adaptation_part where adaptation = '" + id + "'");
        Person.asOwner("insert into unread_adaptation select tenant, id from adaptation where id = '" + id + "'");
        assertThat(found(facilitator, word + "two")).isEmpty();

        Stream.generate(() -> CompletableFuture.runAsync(unread::round))
                .limit(2)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(found(facilitator, word + "two")).containsExactly("own 3 case");
        assertThat(found(participant, word + "one")).containsExactly("own 2 case");
        assertThat(unread()).isZero();
    }

    @Test
    void what_an_older_instance_saves_and_publishes_is_read_as_well() {
        rewrite(1, "Nadia", "Nadia " + word + "one", "Ours", "for: everyone");
        assertThat(unread()).as("this instance leaves nothing to be read").isZero();
        Person.asOwner(
                """
                insert into adaptation_revision (tenant, adaptation, revision, base_curriculum, base_version, digest, files)
                select tenant, adaptation, 3, base_curriculum, base_version, digest || '3',
                       replace(files, '%1$sone', '%1$stwo')
                from adaptation_revision where adaptation = '%2$s' and revision = 2"""
                        .formatted(word, id));
        assertThat(unread()).isEqualTo(1);
        unread.round();
        assertThat(found(facilitator, word + "two")).containsExactly("own 3 case");
        assertThat(found(participant, word + "one")).isEmpty();

        Person.asOwner(
                "update adaptation_revision set published_at = now() where adaptation = '" + id + "' and revision = 2");
        unread.round();

        assertThat(found(participant, word + "one")).containsExactly("own 2 case");
        assertThat(found(facilitator, word + "two")).containsExactly("own 3 case");
        assertThat(unread()).isZero();
    }

    @RepeatedTest(5)
    void a_revision_may_be_published_while_its_words_are_read_again() {
        rewrite(1, "Nadia", "Nadia " + word + "one", "Ours", "for: everyone");
        Person.asOwner("delete from adaptation_part where adaptation = '" + id + "'");
        Person.asOwner("insert into unread_adaptation select tenant, id from adaptation where id = '" + id + "'");

        CompletableFuture<Void> reading = CompletableFuture.runAsync(unread::round);
        publish(2);
        reading.join();

        assertThat(found(participant, word + "one")).containsExactly("own 2 case");
        assertThat(unread()).isZero();
    }

    private long unread() {
        return Person.counts(
                Token.LAKESIDE.id(), "", "select count(*) from unread_adaptation where adaptation = '" + id + "'");
    }

    /** The case said otherwise, and a part of our own in place of the plan. */
    private void rewrite(int basedOn, String from, String to, String title, String readers) {
        Map<String, String> files = new LinkedHashMap<>(ZipFiles.read(
                admin.call()
                        .get("/curriculum/v1/adaptations/" + id + "/revisions/" + basedOn + "/package")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                new Faults()));
        files.computeIfPresent(CASE, (name, text) -> text.replace(from, to));
        files.remove("modules/communication/plan.md");
        files.put(
                "modules/communication/own.md",
                "---\nkind: passage\ntitle: " + title + "\n" + (readers.endsWith("everyone") ? "" : readers + "\n")
                        + "---\n\nAt Lakeside.\n");
        files.computeIfPresent("curriculum.json", (name, text) -> text.replace("\"plan.md\"", "\"own.md\""));
        given().auth()
                .oauth2(admin.token())
                .contentType("application/zip")
                .body(ZipFiles.write(files))
                .put("/curriculum/v1/adaptations/" + id + "/package?basedOn=" + basedOn)
                .then()
                .statusCode(200);
    }

    private void publish(int revision) {
        admin.post("/curriculum/v1/adaptations/" + id + "/revisions/" + revision + "/publish", "")
                .then()
                .statusCode(200);
    }

    private long revisionsKept() {
        return Person.counts(
                Token.LAKESIDE.id(),
                "",
                "select count(distinct revision) from adaptation_part where adaptation = '" + id + "'");
    }

    /** Whose part each hit is, and which. */
    private static List<String> found(Api who, String words) {
        List<Map<String, Object>> hits = search(who, words).getList("$");
        return hits.stream()
                .map(hit -> (hit.get("adaptation") instanceof Map<?, ?> own ? "own " + own.get("revision") : "shared")
                        + " " + hit.get("part"))
                .toList();
    }

    private static JsonPath search(Api who, String query) {
        return who.call()
                .get("/curriculum/v1/search?q=" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
