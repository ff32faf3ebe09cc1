package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;

/** The mail server does not take notices of a new consent text, or not all of them. */
@QuarkusTest
class RefusedNoticeTest extends MailedRoster {

    private static final String FULL = "452 4.2.2 full";

    private final List<UUID> people = new ArrayList<>();
    private MailServer server;

    @BeforeEach
    void fourHaveAnsweredAndOneHasNot() throws IOException {
        for (int person = 0; person < 5; person++) {
            people.add(UUID.randomUUID());
        }
        roster(people.toArray(UUID[]::new));
        round();
        people.subList(0, 4).forEach(this::answer);
        server = new MailServer();
        post.through(server.post(Duration.ofSeconds(30)));
        publish("material", "2");
    }

    @AfterEach
    void itCloses() throws IOException {
        server.close();
        post.reset();
    }

    @Test
    void a_mailbox_that_is_full_gets_it_when_there_is_room_and_holds_up_nobody() {
        String full = address(people.get(2));
        server.toAddress = address -> address.equals(full) ? FULL : null;
        round();
        round();
        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(addresses(0, 1, 3));

        server.toAddress = address -> null;
        round();
        round();

        assertThat(server.taken()).hasSize(4).endsWith(full);
    }

    @Test
    void meanwhile_reminders_and_invitations_go_out() {
        server.toAddress = address -> address.equals(address(people.get(0))) ? FULL : null;
        round();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        round();
        assertThat(server.taken()).hasSize(4).endsWith(address(people.get(4)));

        UUID newcomer = UUID.randomUUID();
        List<UUID> more = new ArrayList<>(people);
        more.add(newcomer);
        roster(more.toArray(UUID[]::new));
        round();

        assertThat(server.taken()).hasSize(5).endsWith(address(newcomer));
    }

    @Test
    void who_decides_or_leaves_before_there_is_room_is_told_nothing() {
        server.toAddress = address -> FULL;
        round();
        Api.anybody()
                .post("/forms/" + token(people.get(0)) + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
        Api.anybody().delete("/forms/" + token(people.get(1))).then().statusCode(204);

        server.toAddress = address -> null;
        round();
        round();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(addresses(2, 3));
    }

    @Test
    void a_limit_in_the_midst_costs_nobody_one_and_what_is_kept_of_where_it_came_names_nobody() {
        AtomicInteger room = new AtomicInteger(2);
        server.toAddress = address -> room.getAndDecrement() > 0 ? null : "451 4.7.1 too many";
        round();
        round();
        assertThat(server.taken()).hasSize(2);
        assertThat(Database.select(
                        "select count(*) from invitation i join mailing_round m on i.wave = m.wave"
                                + " and i.participant = any (m.again || m.place) where m.wave = ?::uuid and not m.done",
                        wave))
                .containsExactly(List.of(0L));
        assertThat(Database.count("mailing_round where place is not null and not done and wave = ?::uuid", wave))
                .as("where it stopped is known all the same")
                .isEqualTo(1);

        server.toAddress = address -> null;
        round();
        round();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(addresses(0, 1, 2, 3));
    }

    @Test
    void a_limit_among_those_tried_again_costs_nobody_one_either() {
        server.toAddress = address -> FULL;
        round();
        server.toAddress = address -> "451 4.7.1 too many";
        round();

        server.toAddress = address -> null;
        round();
        round();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(addresses(0, 1, 2, 3));
    }

    @Test
    void an_address_that_does_not_exist_is_not_tried_again() {
        server.toAddress = address -> address.equals(address(people.get(0))) ? "550 5.1.1 unknown" : null;
        round();
        server.toAddress = address -> null;
        round();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(addresses(1, 2, 3));
    }

    private List<String> addresses(int... which) {
        List<String> addresses = new ArrayList<>();
        for (int person : which) {
            addresses.add(address(people.get(person)));
        }
        return addresses;
    }
}
