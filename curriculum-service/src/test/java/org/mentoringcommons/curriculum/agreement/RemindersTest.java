package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.curriculum.institution.KnownInstitutions;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class RemindersTest {

    @Inject
    ReminderRounds rounds;

    @Inject
    TestPost post;

    @Inject
    KnownInstitutions institutions;

    private Two two;

    @BeforeEach
    void anAgreementInForceOfWhichBothAreReminded() {
        Person.asOwner("delete from agreement_task");
        post.reset(false, false);
        two = reminded(Two.inForce());
    }

    private static Two reminded(Two two) {
        for (Person person : List.of(two.mentee(), two.mentor())) {
            person.api().call().put(two.at() + "/reminder").then().statusCode(204);
        }
        return two;
    }

    @Test
    void whoever_asked_is_reminded_once_of_each_date_without_a_word_of_the_agreement() {
        two.reads(two.mentee()).then().body("reminded", equalTo(true));
        round();
        assertThat(mails(two.mentee())).as("before it is time").isEmpty();

        due("contact_at");
        round();
        round();

        assertThat(mails(two.mentee())).hasSize(1);
        assertThat(mails(two.mentor())).hasSize(1);
        assertThat(mails(two.mentee()).get(0).subject()).isEqualTo("Time to be in touch");
        assertThat(mails(two.mentee()).get(0).toString())
                .doesNotContain("Quokka", two.mentor().name());
        due("review_at");
        round();
        assertThat(mails(two.mentor()))
                .extracting(TestPost.Sent::subject)
                .containsExactly("Time to be in touch", "Time to look at an agreement again");
        assertThat(twoNumbers("contact_at > now() + interval '80 days' and review_at is null"))
                .isEqualTo(2);
    }

    @Test
    void several_instances_send_one_mail() {
        due("contact_at");

        IntStream.range(0, 4)
                .mapToObj(instance -> CompletableFuture.runAsync(rounds::round))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(mails(two.mentee())).hasSize(1);
        assertThat(mails(two.mentor())).hasSize(1);
    }

    @Test
    void a_crash_while_sending_costs_a_mail_and_doubles_none() {
        due("contact_at");
        post.reset(false, true);
        assertThat(logged(this::round))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("counts as sent").doesNotContain("again"));

        post.reset(false, false);
        Person.asOwner("update agreement_task set due_at = now()");
        round();

        assertThat(mails(two.mentee())).isEmpty();
    }

    @Test
    void while_the_mail_server_is_away_nobody_is_passed_over() {
        due("contact_at");
        post.reset(true, false);
        round();

        post.reset(false, false);
        Person.asOwner("update agreement_task set due_at = now()");
        round();

        assertThat(mails(two.mentee())).hasSize(1);
    }

    @Test
    void whoever_wants_no_more_gets_none_and_nobody_does_once_it_has_ended() {
        two.mentee().api().call().delete(two.at() + "/reminder").then().statusCode(204);
        due("contact_at");
        round();
        assertThat(mails(two.mentee())).isEmpty();
        assertThat(mails(two.mentor())).hasSize(1);

        two.mentee().api().post(two.at() + "/end", "").then().statusCode(200);

        assertThat(Person.asOwner("delete from agreement_reminder where agreement = '" + two.agreement() + "'"))
                .as("addresses that are left")
                .isZero();
        two.mentor().api().call().put(two.at() + "/reminder").then().statusCode(409);
    }

    @Test
    void a_suspended_institution_is_written_to_once_it_is_active_again() {
        // one of its own: the service may look just now, and refuses whomever it saw suspended for another second
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        institutions.tell(institution, "active");
        two = reminded(Two.inForceAt(institution));
        due("contact_at");
        institutions.tell(institution, "suspended");
        round();
        assertThat(mails(two.mentee())).isEmpty();
        institutions.tell(institution, "active");
        Person.asOwner("update agreement_task set due_at = now()");
        round();
        assertThat(mails(two.mentee())).hasSize(1);
    }

    @Test
    void somebody_who_has_not_been_here_for_a_year_is_told_that_it_is_the_last_one_and_forgotten_then() {
        hasNotBeenHereFor("13 months");
        due("contact_at");

        round();
        round();

        assertThat(mails(two.mentee())).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("This is the last reminder of this agreement, unless you open them before")
                .contains(mail.end().toString()));
        assertThat(mails(two.mentor())).singleElement().satisfies(mail -> assertThat(mail.text())
                .doesNotContain("last reminder"));
        assertThat(twoNumbers("true")).as("until the next one would be due").isEqualTo(2);

        due("contact_at");
        round();
        assertThat(mails(two.mentee())).hasSize(1);
        assertThat(mails(two.mentor())).hasSize(2);
        assertThat(twoNumbers("true")).isEqualTo(1);
    }

    @Test
    void a_review_years_ahead_is_the_last_reminder_of_somebody_who_was_never_here_since() {
        hasNotBeenHereFor("4 years");
        due("contact_at = now() + interval '30 days', review_at");

        round();

        assertThat(mails(two.mentee())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Time to look at an agreement again");
            assertThat(mail.text()).contains("This is the last reminder");
        });
    }

    @Test
    void whoever_comes_back_after_the_last_one_is_reminded_as_before() {
        hasNotBeenHereFor("13 months");
        due("contact_at");
        round();

        two.mentee().api().call().get(Person.WORKSHEETS).then().statusCode(200);
        due("contact_at");
        round();
        hasNotBeenHereFor("13 months");
        due("contact_at");
        round();

        assertThat(mails(two.mentee()))
                .extracting(mail -> mail.text().contains("This is the last reminder"))
                .as("told anew after another year")
                .containsExactly(true, false, true);
    }

    private void hasNotBeenHereFor(String time) {
        Person.asOwner("update known_person set seen_at = now() - interval '" + time + "' where subject = '"
                + two.mentee().name() + "'");
    }

    @Test
    void the_address_is_the_accounts_own_and_seen_by_nobody_else() {
        new Api(Token.of(two.mentee().name())
                        .at(Token.LAKESIDE, Roles.PARTICIPANT)
                        .sign())
                .call()
                .put(two.at() + "/reminder")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:address-unknown"));
        String query = "select count(*) from agreement_reminder where agreement = '" + two.agreement() + "'";
        assertThat(two.mentee().counts(query)).isEqualTo(1);
        assertThat(Person.at(Token.LAKESIDE).counts(query)).isZero();
        assertThat(Person.counts(Token.HILLTOP.id(), "", query)).isZero();
    }

    @Test
    void a_change_that_both_sign_moves_the_dates() {
        two.changes(1).then().statusCode(200);
        due("review_at = null, contact_at");
        two.signs(two.mentee(), 2).then().statusCode(200);
        assertThat(twoNumbers("review_at is null")).as("with one signature").isEqualTo(2);

        two.signs(two.mentor(), 2).then().statusCode(200);

        assertThat(twoNumbers("review_at > now() and contact_at > now()")).isEqualTo(2);
    }

    /** As if the date had come. */
    private void due(String which) {
        Person.asOwner("update agreement_reminder set " + which + " = now() - interval '1 hour' where agreement = '"
                + two.agreement() + "'");
        Person.asOwner("update agreement_task set due_at = now(), claim = null where reminder in"
                + " (select id from agreement_reminder where agreement = '" + two.agreement() + "')");
    }

    /** What the schedule says meanwhile. */
    private static List<String> logged(Runnable meanwhile) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(ReminderRounds.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            meanwhile.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    private void round() {
        CompletableFuture.runAsync(rounds::round).join();
    }

    private List<TestPost.Sent> mails(Person person) {
        return post.to(person.name() + "@people.example");
    }

    private long twoNumbers(String condition) {
        return Person.counts(
                Token.LAKESIDE.id(),
                "",
                "select count(*) from agreement_reminder where agreement = '" + two.agreement() + "' and " + condition);
    }
}
