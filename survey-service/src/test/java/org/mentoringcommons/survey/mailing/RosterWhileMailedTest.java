package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.World;

/** People who leave the roster and come back while mails go out; instances that work at once, or die. */
@QuarkusTest
class RosterWhileMailedTest extends MailedRoster {

    @Test
    void who_left_before_their_turn_and_came_back_after_the_round_is_sent_the_invitation() {
        roster(FIRST, MIDDLE, LAST);
        meanwhile(() -> roster(FIRST, LAST));
        round();
        assertThat(addressed()).as("without the one who had left").containsExactly(FIRST, LAST);

        roster(FIRST, MIDDLE, LAST);
        round();
        round();

        assertThat(addressed()).containsExactly(FIRST, LAST, MIDDLE);
    }

    @Test
    void who_came_late_left_and_came_back_is_sent_the_invitation() {
        roster(FIRST);
        round();
        roster(FIRST, MIDDLE);
        roster(FIRST);
        round();
        assertThat(addressed()).containsExactly(FIRST);

        roster(FIRST, MIDDLE);
        round();

        assertThat(addressed()).containsExactly(FIRST, MIDDLE);
    }

    @Test
    void who_comes_back_after_the_invitation_is_sent_no_second_one() {
        roster(FIRST, LAST);
        round();
        roster(FIRST);
        round();

        roster(FIRST, LAST);
        round();

        assertThat(addressed()).containsExactly(FIRST, LAST);
    }

    @Test
    void who_is_off_the_roster_there_but_not_yet_here_keeps_the_turn() {
        roster(FIRST, LAST);
        rosterThere(FIRST);
        round();
        assertThat(addressed()).containsExactly(FIRST);
        roster(FIRST);

        roster(FIRST, LAST);
        round();
        round();

        assertThat(addressed()).containsExactly(FIRST, LAST);
    }

    @Test
    void an_instance_that_died_with_the_task_in_hand_loses_nobody() {
        roster(FIRST);
        claimedByTheDead();
        World.elsewhere(rounds::round);
        assertThat(post.sent()).as("its lease is not over").isEmpty();

        round();

        assertThat(addressed()).containsExactly(FIRST);
    }

    @Test
    void who_joins_while_a_dead_instance_holds_the_task_does_not_wait_for_its_lease() {
        roster(FIRST);
        claimedByTheDead();

        roster(FIRST, LAST);
        World.elsewhere(rounds::round);

        assertThat(addressed()).containsExactly(FIRST, LAST);
    }

    @Test
    void several_instances_while_people_join_write_to_everybody_once() {
        UUID[] people = Stream.generate(UUID::randomUUID).limit(12).toArray(UUID[]::new);
        List<CompletableFuture<Void>> instances = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 12).forEach(turn -> rounds.round())))
                .limit(3)
                .toList();
        IntStream.rangeClosed(1, people.length).forEach(count -> roster(Arrays.copyOf(people, count)));
        instances.forEach(CompletableFuture::join);

        round();

        assertThat(addressed().stream().filter(List.of(people)::contains).toList())
                .containsExactlyInAnyOrder(people);
    }
}
