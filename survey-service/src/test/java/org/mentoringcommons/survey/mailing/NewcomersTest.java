package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

/** People who join the roster when mails have gone out already, or are going out. */
@QuarkusTest
class NewcomersTest extends MailedRoster {

    @Test
    void who_joins_after_the_round_is_sent_the_invitation_once_and_reminded_like_everybody() {
        roster(FIRST);
        round();
        assertThat(addressed()).containsExactly(FIRST);
        post.reset();

        roster(FIRST, LAST);
        round();
        round();

        assertThat(addressed()).containsExactly(LAST);
        assertThat(post.sent().get(0).subject()).doesNotStartWith("A reminder");
        assertThat(waiting()).isEmpty();
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        round();
        assertThat(addressed()).containsExactlyInAnyOrder(FIRST, LAST);
        assertThat(post.sent()).allSatisfy(mail -> assertThat(mail.subject()).startsWith("A reminder"));
    }

    @Test
    void nobody_is_sent_an_invitation_and_a_reminder_on_the_same_day() {
        round();
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        roster(FIRST, LAST);

        round();
        round();

        assertThat(addressed()).containsExactlyInAnyOrder(FIRST, LAST);
        assertThat(post.sent()).allSatisfy(mail -> assertThat(mail.subject()).doesNotStartWith("A reminder"));
    }

    @Test
    void who_joins_while_the_round_is_on_its_way_is_written_to_once() {
        UUID[] people = Stream.generate(UUID::randomUUID).limit(3).toArray(UUID[]::new);
        Arrays.sort(people, (one, other) -> one.toString().compareTo(other.toString()));
        roster(people);
        post.crashAt(address(people[1])::equals);
        round();
        post.crashAt(address -> false);

        roster(FIRST, people[0], people[1], people[2], LAST);
        round();
        round();

        assertThat(addressed()).containsExactlyInAnyOrder(people[0], people[2], FIRST, LAST); // one mail, the crash's
    }

    @Test
    void who_left_again_answered_or_asked_to_be_forgotten_is_sent_nothing() {
        roster(FIRST);
        round();
        post.reset();
        UUID left = UUID.randomUUID();
        UUID forgotten = UUID.randomUUID();
        UUID answered = UUID.randomUUID();
        roster(FIRST, left, forgotten, answered);
        roster(FIRST, forgotten, answered);
        Api.administrator(Token.LAKESIDE)
                .delete("/participants/" + forgotten)
                .then()
                .statusCode(204);
        Api.answer(token(answered), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        round();

        assertThat(post.sent()).isEmpty();
        assertThat(waiting()).as("whatever they did").isEmpty();
    }

    @Test
    void who_joins_while_the_mails_go_out_is_sent_one_too() {
        roster(FIRST);
        meanwhile(() -> roster(FIRST, LAST));

        round();

        assertThat(addressed()).containsExactly(FIRST, LAST);
    }

    @Test
    void who_joins_while_reminders_go_out_is_sent_the_invitation() {
        UUID early = new UUID(0, 0x2);
        roster(FIRST, MIDDLE);
        round();
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        meanwhile(() -> roster(FIRST, early, MIDDLE, LAST));

        round();
        round(); // whom the reminders had gone past by then

        assertThat(addressed()).containsExactlyInAnyOrder(FIRST, early, MIDDLE, LAST);
        assertThat(invited()).containsExactlyInAnyOrder(early, LAST);
    }
}
