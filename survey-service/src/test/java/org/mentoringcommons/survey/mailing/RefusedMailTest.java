package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Database;

/** A mail server that answers, and takes nothing, or not everything. */
@QuarkusTest
class RefusedMailTest extends MailedRoster {

    private static final String LIMIT = "451 4.7.1 too many mails in this hour";
    private static final List<String> EVERYBODY = List.of(address(FIRST), address(MIDDLE), address(LAST));

    private MailServer server;

    @BeforeEach
    void aMailServer() throws IOException {
        server = new MailServer();
        post.through(server.post(Duration.ofSeconds(30)));
    }

    @AfterEach
    void itCloses() throws IOException {
        server.close();
        post.reset();
    }

    @Test
    void while_the_server_refuses_for_now_nobody_loses_the_invitation() {
        roster(FIRST, MIDDLE, LAST);
        server.toAddress = address -> LIMIT;
        round();
        round();
        server.toAddress = address -> null;
        server.toMail = address -> "452 4.3.1 no room";
        round();
        assertThat(server.taken()).isEmpty();

        server.toMail = address -> null;
        round();
        round();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(EVERYBODY);
    }

    @Test
    void a_limit_in_the_midst_of_the_reminders_costs_nobody_one() {
        roster(FIRST, MIDDLE, LAST);
        round();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        AtomicInteger room = new AtomicInteger(1);
        server.toAddress = address -> room.getAndDecrement() > 0 ? null : LIMIT;
        round();
        round();
        assertThat(server.taken()).hasSize(4);

        server.toAddress = address -> null;
        round();
        round();

        assertThat(server.taken().subList(3, server.taken().size())).containsExactlyInAnyOrderElementsOf(EVERYBODY);
    }

    @Test
    void an_address_that_does_not_exist_is_passed_over_and_the_others_get_theirs() {
        roster(FIRST, MIDDLE, LAST);
        server.toAddress = address -> address.equals(address(FIRST)) ? "550 5.1.1 <" + address + "> unknown" : null;

        round();

        assertThat(server.taken()).containsExactly(address(MIDDLE), address(LAST));
        assertThat(waiting()).isEmpty();
        server.toAddress = address -> null;
        round();
        assertThat(server.taken()).as("it is not tried again").hasSize(2);
    }

    @Test
    void a_mailbox_that_is_full_keeps_its_turn_and_holds_up_nobody() {
        roster(FIRST, MIDDLE, LAST);
        server.toAddress = address -> address.equals(address(FIRST)) ? "452 4.2.2 full" : null;
        round();
        assertThat(server.taken()).containsExactly(address(MIDDLE), address(LAST));

        server.toAddress = address -> null;
        round();

        assertThat(server.taken()).containsExactly(address(MIDDLE), address(LAST), address(FIRST));
    }

    @Test
    void that_we_may_not_send_is_nobodys_address() {
        roster(FIRST, MIDDLE, LAST);
        server.toAddress = address -> "554 5.7.1 relay access denied";

        round();
        assertThat(server.taken()).isEmpty();

        server.toAddress = address -> null;
        round();
        round();
        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(EVERYBODY);
    }

    @Test
    void what_is_kept_of_a_refused_invitation_names_nobody_and_is_the_same_once_they_have_answered() {
        roster(FIRST, MIDDLE, LAST);
        server.toAddress = address -> address.equals(address(MIDDLE)) ? "452 4.2.2 full" : null;
        round();
        String beside = "select xmin::text, passed from invitation where wave = ?::uuid order by participant";
        List<List<Object>> before = Database.select(beside, wave);
        assertThat(Database.count("mailing_round where cardinality(again) = 1 and wave = ?::uuid", wave))
                .isEqualTo(1);
        round();
        answer(MIDDLE);
        round();

        assertThat(Database.select(beside, wave)).isEqualTo(before);
        assertThat(waiting()).isEmpty();
        assertThat(Database.count("mailing_round where cardinality(again) = 0 and wave = ?::uuid", wave))
                .as("it is not tried any more")
                .isEqualTo(1);
    }

    @Test
    void a_refused_invitation_comes_as_such_when_a_reminder_is_due_and_comes_once() {
        roster(FIRST, MIDDLE);
        server.toAddress = address -> address.equals(address(MIDDLE)) ? "452 4.2.2 full" : null;
        round();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        server.toAddress = address -> null;

        round();
        round();

        assertThat(server.taken().get(0)).isEqualTo(address(FIRST));
        assertThat(server.taken().subList(1, server.taken().size()))
                .containsExactlyInAnyOrder(address(FIRST), address(MIDDLE));
        assertThat(invited()).containsExactlyInAnyOrder(FIRST, MIDDLE);
    }

    @Test
    void a_refused_invitation_waits_for_who_left_the_roster_and_comes_back() {
        roster(FIRST, MIDDLE);
        server.toAddress = address -> "452 4.2.2 full";
        round();
        server.toAddress = address -> null;
        roster(FIRST);
        round();
        assertThat(server.taken()).containsExactly(address(FIRST));

        roster(FIRST, MIDDLE);
        round();

        assertThat(server.taken()).containsExactly(address(FIRST), address(MIDDLE));
    }

    @Test
    void of_a_mail_that_may_have_been_taken_there_is_no_second_one() {
        roster(FIRST, MIDDLE);
        server.toMail = address -> address.equals(address(FIRST)) ? MailServer.HANGS_UP : null;
        round();
        server.toMail = address -> null;

        round();

        assertThat(server.taken()).containsExactly(address(MIDDLE));
    }

    @Test
    void a_server_that_falls_silent_holds_up_no_round() {
        post.through(server.post(Duration.ofMillis(500)));
        roster(FIRST, MIDDLE);
        server.toMail = address -> address.equals(address(FIRST)) ? MailServer.SAYS_NOTHING : null;

        round();
        round();

        assertThat(server.taken()).as("what was being sent may have been taken").containsExactly(address(MIDDLE));
    }
}
