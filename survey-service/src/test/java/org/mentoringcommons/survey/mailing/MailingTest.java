package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class MailingTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Inject
    World world;

    @Inject
    MailRounds rounds;

    @Inject
    TestPost post;

    @Inject
    Places places;

    @Inject
    TestClock clock;

    private World.Asked asked;

    @BeforeEach
    void aWaveOfFive() {
        Database.update("delete from wave_task where task = 'REMIND'");
        post.reset();
        asked = world.asked(Token.LAKESIDE, 5);
        List<String> people = Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .path("participant");
        world.roster(
                asked.workshop(),
                people.stream()
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Ann Example\",\"email\":\"" + address(id) + "\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"workshop\":\"" + asked.workshop().id() + "\",\"revision\":1,\"participants\":[",
                                "],\"erased\":[]}")));
        clock.set(noonAfter(1));
    }

    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        Database.update("delete from wave_task where task = 'REMIND'");
    }

    @Test
    void everybody_is_invited_by_a_link_of_their_own_and_later_only_who_has_done_nothing_is_reminded() {
        plan(List.of(7), "20:00", "08:00");
        round();
        assertThat(addressed()).hasSize(5).doesNotHaveDuplicates();
        assertThat(post.sent()).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("University of");
            assertThat(mail.text()).contains("https://survey.example/s/").doesNotContain("Ann");
            assertThat(asked.tokens()).anyMatch(mail.text()::contains);
        });
        Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.anybody()
                .post("/forms/" + asked.tokens().get(1) + "/decline", Map.of())
                .then()
                .statusCode(204);
        Api.anybody()
                .post("/forms/" + asked.tokens().get(2) + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
        Api.anybody().delete("/forms/" + asked.tokens().get(3)).then().statusCode(204);
        post.reset();

        due();
        round();
        assertThat(post.sent()).as("before its time").isEmpty();
        clock.set(noonAfter(8));
        due();
        round();

        assertThat(post.sent()).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains(asked.tokens().get(4));
            assertThat(mail.subject()).startsWith("A reminder");
        });
    }

    @Test
    void nobody_is_written_to_in_quiet_hours_or_once_the_wave_has_closed() {
        clock.set(noonAfter(1).plus(Duration.ofHours(10)));
        plan(List.of(7), "20:00", "08:00");
        round();
        assertThat(post.sent()).isEmpty();
        assertThat(Database.select(
                        "select (due_at at time zone 'America/Chicago')::time::text from wave_task"
                                + " where wave = ?::uuid and task = 'REMIND'",
                        asked.wave()))
                .containsExactly(List.of("08:00:00"));

        clock.set(Instant.now().plus(Duration.ofDays(60)));
        due();
        round();

        assertThat(post.sent()).isEmpty();
        assertThat(tasks()).isZero();
    }

    @Test
    void of_several_instances_each_person_is_written_to_by_one() {
        plan(List.of(), "00:00", "00:00");

        Stream.generate(() -> CompletableFuture.runAsync(rounds::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(addressed()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_crash_between_claim_and_sending_costs_one_mail_and_repeats_none() {
        plan(List.of(), "00:00", "00:00");
        List<String> inTurn = Database.select(
                        "select participant from invitation where wave = ?::uuid order by participant", asked.wave())
                .stream()
                .map(row -> address(row.get(0).toString()))
                .toList();
        post.crashAt(inTurn.get(2)::equals);

        round();
        assertThat(addressed()).containsExactlyElementsOf(inTurn.subList(0, 2));
        post.crashAt(address -> false);
        due();
        round();

        assertThat(addressed()).containsExactly(inTurn.get(0), inTurn.get(1), inTurn.get(3), inTurn.get(4));
    }

    @Test
    void while_the_mail_server_is_away_nobody_is_passed_over() {
        plan(List.of(), "00:00", "00:00");
        post.away();
        round();
        round();

        post.reset();
        due();
        round();

        assertThat(addressed()).hasSize(5);
    }

    @Test
    void what_is_kept_of_mails_is_the_same_whoever_has_answered() {
        plan(List.of(), "00:00", "00:00");
        Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        round();

        assertThat(addressed()).hasSize(4);
        assertThat(Database.select("select passed, revoked from invitation where wave = ?::uuid", asked.wave()))
                .isEqualTo(Collections.nCopies(5, List.of(true, false)));
        assertThat(Database.select("select column_name from information_schema.columns"
                        + " where table_name in ('mailing_round', 'mailing', 'invitation')"
                        + " and column_name ~ 'mail|address|name'"))
                .isEmpty();
    }

    @Test
    void what_is_kept_of_reminders_is_the_same_whoever_has_answered() {
        plan(List.of(7), "00:00", "00:00");
        round();
        Api.answer(asked.tokens().get(4), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        post.reset();
        clock.set(noonAfter(8));
        due();

        round();

        assertThat(addressed()).hasSize(4);
        List<Invitation> everybody =
                Database.select("select id, participant from invitation where wave = ?::uuid", asked.wave()).stream()
                        .map(row -> new Invitation((UUID) row.get(0), (UUID) row.get(1)))
                        .toList();
        UUID last =
                places.of(UUID.fromString(asked.wave()), 1, everybody).get(4).code();
        assertThat(Database.select("select number, place, done from mailing_round where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of(1, last, true));
        assertThat(everybody).extracting(Invitation::participant).doesNotContain(last);
    }

    @Test
    void without_a_plan_nothing_is_sent_and_a_plan_can_be_taken_back() {
        due();
        round();
        assertThat(post.sent()).isEmpty();

        plan(List.of(7, 21), "20:00", "08:00");
        admin().get(path()).then().body("reminderDays", contains(7, 21)).body("quietFrom", equalTo("20:00:00"));
        admin().delete(path()).then().statusCode(204);
        admin().get(path()).then().statusCode(404);
        round();

        assertThat(post.sent()).isEmpty();
    }

    @Test
    void what_cannot_be_planned_is_named() {
        admin().put(path(), Map.of("reminderDays", List.of(7, 7), "quietFrom", "20:00", "quietTo", "08:00"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("reminderDays"));
        admin().put(path(), Map.of("reminderDays", List.of(0)))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("reminderDays[0].<list element>", "quietFrom", "quietTo"));
        Api.portal(Token.LAKESIDE).get(path()).then().statusCode(403);
        Api.administrator(Token.HILLTOP).get(path()).then().statusCode(404);
    }

    private void plan(List<Integer> days, String from, String to) {
        admin().put(path(), Map.of("reminderDays", days, "quietFrom", from, "quietTo", to))
                .then()
                .statusCode(200);
        due();
    }

    private void round() {
        World.elsewhere(rounds::round);
    }

    /** As if the database's clock had come to it. */
    private void due() {
        Database.update("update wave_task set due_at = now() where wave = ?::uuid and task = 'REMIND'", asked.wave());
    }

    private long tasks() {
        return Database.count("wave_task where wave = ?::uuid and task = 'REMIND'", asked.wave());
    }

    private List<String> addressed() {
        return post.sent().stream().map(TestPost.Sent::address).toList();
    }

    private static String address(String participant) {
        return participant + "@example.org";
    }

    private String path() {
        return "/protocols/" + admin().get("/waves/" + asked.wave()).path("protocol") + "/mailing";
    }

    private static Instant noonAfter(int days) {
        return Instant.now()
                .atZone(CHICAGO)
                .toLocalDate()
                .plusDays(days)
                .atTime(12, 30)
                .atZone(CHICAGO)
                .toInstant();
    }

    private static Api admin() {
        return Api.administrator(Token.LAKESIDE);
    }
}
