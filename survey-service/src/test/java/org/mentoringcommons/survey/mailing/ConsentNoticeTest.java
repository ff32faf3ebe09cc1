package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;

/** Whoever has answered under a text that is replaced by one that says something else is told, once. */
@QuarkusTest
class ConsentNoticeTest extends MailedRoster {

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID cal = UUID.randomUUID();
    private final UUID dee = UUID.randomUUID();
    private final UUID eli = UUID.randomUUID();
    private String receipt;

    @BeforeEach
    void peopleHaveDoneThisAndThat() {
        roster(ann, bob, cal, dee, eli);
        round();
        assertThat(addressed()).containsExactlyInAnyOrder(ann, bob, cal, dee, eli);
        post.reset();
        receipt = answer(ann);
        Api.anybody().post("/forms/" + token(bob) + "/decline", Map.of()).then().statusCode(204);
        answer(cal);
        Api.anybody()
                .post("/forms/" + token(cal) + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
        answer(eli);
    }

    @Test
    void who_answered_is_told_of_a_material_change_with_the_link_and_nobody_else_is() {
        publish("trivial", "1a");
        round();
        assertThat(post.sent()).as("it says the same").isEmpty();

        publish("material", "2");
        round();

        assertThat(addressed()).containsExactlyInAnyOrder(ann, eli);
        assertThat(post.sent()).allSatisfy(mail -> {
            assertThat(mail.subject()).endsWith("the consent text has changed since you answered");
            assertThat(mail.text()).contains("decide anew", token(addressee(mail)), "You need not do anything");
        });
    }

    @Test
    void they_are_told_once_of_each_change_and_not_of_what_they_agreed_to_since() {
        publish("material", "2");
        round();
        post.reset();
        round();
        publish("trivial", "2a");
        round();
        assertThat(post.sent()).isEmpty();

        correct("2a");
        publish("trivial", "2b");
        round();
        assertThat(post.sent()).isEmpty();
        publish("material", "3");
        round();
        assertThat(addressed()).containsExactlyInAnyOrder(ann, eli);

        post.reset();
        correct("3");
        Database.update("delete from mailing_round where number > 1000 and wave = ?::uuid", wave);
        round();
        assertThat(addressed()).as("who has decided anew is not told").containsExactly(eli);
    }

    @Test
    void what_is_kept_of_it_is_the_same_whoever_has_answered() {
        publish("material", "2");

        round();

        assertThat(Database.select("select number, done, again from mailing_round where wave = ?::uuid", wave))
                .singleElement()
                .asString()
                .isEqualTo("[1002, true, {}]");
        assertThat(Database.select("select place from mailing_round where wave = ?::uuid", wave))
                .doesNotContainAnyElementsOf(
                        List.of(List.of(ann), List.of(bob), List.of(cal), List.of(dee), List.of(eli)));
    }

    @Test
    void a_reminder_that_is_due_at_the_same_time_comes_after_it() {
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        publish("material", "2");

        round();
        round();

        assertThat(addressed()).hasSize(3).containsOnlyOnce(ann, eli, dee);
        assertThat(post.sent().get(2)).satisfies(mail -> {
            assertThat(addressee(mail)).isEqualTo(dee);
            assertThat(mail.subject()).startsWith("A reminder");
        });
    }

    @Test
    void nobody_is_told_who_can_decide_nothing_any_more() {
        admin().post("/waves/" + wave + "/closing", Map.of()).then().statusCode(200);
        publish("material", "2");

        round();

        assertThat(post.sent()).isEmpty();
    }

    /** Ann reads the text in force and decides. */
    private void correct(String version) {
        String form = "/forms/" + token(ann);
        int revision =
                Api.anybody().post(form + "/given", Map.of("receipt", receipt)).path("revision");
        Api.anybody()
                .put(
                        form + "/response",
                        Map.of(
                                "receipt",
                                receipt,
                                "revision",
                                revision,
                                "consentVersion",
                                version,
                                "research",
                                revision % 2 == 0,
                                "answers",
                                Questions.goodAnswers()))
                .then()
                .statusCode(200);
    }
}
