package org.mentoringcommons.curriculum.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OwnerQuery;
import org.mentoringcommons.curriculum.Person;

/** Somebody who is reminded and cannot sign in any more, because they left the institution. */
@QuarkusTest
class LastReminderTest {

    @Inject
    ReminderRounds rounds;

    @Inject
    TestPost post;

    private Two two;
    private TestPost.Sent mail;

    @BeforeEach
    void both_were_reminded() {
        Person.asOwner("delete from agreement_task");
        post.reset(false, false);
        two = Two.inForce();
        List.of(two.mentee(), two.mentor())
                .forEach(person ->
                        person.api().call().put(two.at() + "/reminder").then().statusCode(204));
        Person.asOwner("update agreement_reminder set contact_at = now() - interval '1 hour' where agreement = '"
                + two.agreement() + "'");
        Person.asOwner("update agreement_task set due_at = now() where reminder in"
                + " (select id from agreement_reminder where agreement = '" + two.agreement() + "')");
        CompletableFuture.runAsync(rounds::round).join();
        List<TestPost.Sent> mails = post.to(two.mentee().name() + "@people.example");
        assertThat(mails).hasSize(1);
        mail = mails.get(0);
    }

    @Test
    void the_mail_leads_to_where_they_say_that_it_was_the_last_one_and_who_follows_a_link_changes_nothing() {
        assertThat(mail.text()).contains(mail.end().toString());

        page().get(path()).then().statusCode(200).body(containsString("<form method=\"post\""));
        assertThat(reminded())
                .containsExactlyInAnyOrder(two.mentee().name(), two.mentor().name());

        page().post(path()).then().statusCode(200).body(containsString("You are reminded no more"));
        assertThat(reminded()).containsExactly(two.mentor().name());
        two.reads(two.mentor()).then().body("status", equalTo("in_force"));
    }

    @Test
    void their_mail_program_may_say_it_for_them_and_twice_is_once() {
        for (int time = 0; time < 2; time++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(path())
                    .then()
                    .statusCode(200);
        }

        assertThat(reminded()).containsExactly(two.mentor().name());
    }

    @Test
    void a_link_that_we_did_not_send_or_that_is_for_something_else_ends_nothing() {
        String token = path().substring("/r/".length());
        for (String other : List.of("/v/" + token, "/b/" + token, path().replace(token, token.substring(1) + "A"))) {
            Response answer = given().get(other);
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        page().post(path().substring(0, path().length() - 1)).then().statusCode(404);

        assertThat(reminded()).hasSize(2);
    }

    private static RequestSpecification page() {
        return given().accept("text/html").contentType("application/x-www-form-urlencoded");
    }

    private String path() {
        return mail.end().getPath();
    }

    private List<String> reminded() {
        return OwnerQuery.column("select person from agreement_reminder where agreement = '" + two.agreement() + "'");
    }
}
