package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/**
 * Whoever steals every database, the topics and all logs does not learn who gave which answer, declined, or withdrew: while
 * waves are open, and when they are over. That such an attack finds what there is to find, {@link JoinAttackTest} shows.
 */
@ExtendWith(TheStack.class)
class AnonymityTest {

    private final String institution = TheStack.institutions().get(14);

    @Test
    void a_thief_of_everything_that_is_stored_learns_of_nobody_what_they_did() {
        String webhook = Webhooks.at(institution, "http://127.0.0.1:9/" + UUID.randomUUID(), "wave.answered")
                .path("id");
        Crowd kept = new Crowd(institution, "retain", 4);
        Crowd setAside = new Crowd(institution, "exclude", 3);
        Crowd destroyed = new Crowd(institution, "destroy", 2);
        List<Crowd> crowds = List.of(kept, setAside, destroyed);

        AtomicInteger sent = new AtomicInteger();
        crowds.forEach(crowd -> crowd.answer(() -> {
            if (sent.incrementAndGet() % 8 == 0) { // a portal is told how many, and some are reminded, also meanwhile
                countNow();
                crowd.mailed().remind(1);
            }
            if (sent.get() % Crowd.EACH == Crowd.EACH / 2 && crowd != setAside) {
                crowd.changeConsent();
            }
        }));
        crowds.forEach(crowd -> crowd.mailed().awaitReminded(1));
        kept.mailed().awaitTold();
        destroyed.mailed().awaitTold();
        setAside.correct();
        destroyed.correct();
        List<String> corrected = kept.correct();
        Map<String, String> declined = kept.decline();
        setAside.save(true);
        destroyed.save(false);
        assertThat(destroyed.kept()).isEqualTo(2 * Crowd.EACH);
        crowds.forEach(crowd -> crowd.mailed().remind(2));
        crowds.forEach(crowd -> crowd.mailed().awaitReminded(2));
        String counts = "select count(*) from webhook_message where webhook = '" + webhook + "'";
        Eventually.assertThat(() -> {
            countNow(); // counting may begin after the last of them: webhooks are told first that it has opened
            assertThat(Database.count(Service.SURVEY, counts)).isPositive();
        });

        SoftAssertions found = new SoftAssertions(); // everything that is betrayed, not only the first
        List<Relation> whileOpen = stolen();
        JoinAttack meanwhile = new JoinAttack(whileOpen);
        for (Crowd crowd : crowds) {
            assertUnknown(found, meanwhile, crowd.answering(), crowd.answers());
        }
        assertUnknown(found, meanwhile, kept.others(), declined);
        assertFoundIfItWereThere(whileOpen, kept, corrected, setAside);

        Map<Crowd, Map<String, String>> withdrawals =
                crowds.stream().collect(Collectors.toMap(crowd -> crowd, Crowd::withdraw));
        Workshops.closeWaves(
                crowds.stream().map(crowd -> "'" + crowd.wave() + "'").collect(Collectors.joining(",", "id in (", ")")),
                institution);
        Map<String, String> taken = setAside.taken();
        assertThat(destroyed.kept())
                .as("what was withdrawn, or not sent and not to count")
                .isZero();
        Log.awaitRead(Service.SURVEY); // what was withdrawn is told of, and taken note of

        JoinAttack afterwards = new JoinAttack(stolen());
        for (Crowd crowd : crowds) {
            assertUnknown(found, afterwards, crowd.answering(), crowd.answers());
            assertUnknown(found, afterwards, crowd.answering(), withdrawals.get(crowd));
        }
        assertUnknown(found, afterwards, kept.others(), declined);
        assertUnknown(found, afterwards, setAside.others(), taken);

        found.assertAll();
        TheStack.asPortal(institution, Service.SURVEY)
                .delete("/survey/v1/webhooks/" + webhook)
                .then()
                .statusCode(204);
    }

    private static void assertUnknown(
            SoftAssertions found, JoinAttack attack, Map<String, Set<String>> people, Map<String, String> truth) {
        assertThat(truth.values()).doesNotHaveDuplicates().hasSize(Crowd.EACH);
        JoinAttack.Guess best = attack.best(people, truth);
        found.assertThat(best.betrays()).as(best.toString()).isFalse();
    }

    /** The same thief, where only the order of corrections had been kept beside people, or of five people what they did. */
    private static void assertFoundIfItWereThere(
            List<Relation> stolen, Crowd kept, List<String> corrected, Crowd setAside) {
        List<String> five = List.copyOf(setAside.answers().keySet()).subList(7, 12);
        List<Relation> more = new ArrayList<>(stolen);
        more.add(rows("what must not be", "participant", corrected));
        more.add(rows("nor this", "participant", five));
        more.add(rows(
                "beside this",
                "answer",
                five.stream().map(setAside.answers()::get).toList()));
        JoinAttack attack = new JoinAttack(more);
        assertThat(attack.best(kept.answering(), kept.answers())).satisfies(found -> {
            assertThat(found.betrays()).isTrue();
            assertThat(found.right()).isEqualTo(Crowd.EACH);
        });
        assertThat(attack.best(setAside.answering(), setAside.answers())).satisfies(found -> {
            assertThat(found.betrays()).isTrue();
            assertThat(found.right()).isEqualTo(five.size());
        });
    }

    private static Relation rows(String name, String column, List<String> values) {
        return Relation.of(
                name, values.stream().map(value -> Map.of(column, value)).toList());
    }

    private static List<Relation> stolen() {
        Log.awaitRead(Service.ANALYTICS);
        List<Relation> stolen = new ArrayList<>(Dump.of(Path.of("target", "stack")));
        assertThat(stolen)
                .extracting(Relation::name)
                .contains(
                        "survey.invitation",
                        "survey.response",
                        "survey.withdrawal",
                        "survey.declination",
                        "survey.mailing_round",
                        "survey.paired",
                        "survey.webhook_message",
                        "keycloak.user_entity",
                        "topic responses",
                        "topic results",
                        "topic releases");
        assertThat(stolen)
                .filteredOn(relation -> Stream.of("survey.", "curriculum.", "analytics.", "identity.", "keycloak.")
                        .anyMatch(relation.name()::startsWith))
                .hasSizeGreaterThan(200);
        return stolen;
    }

    private static void countNow() {
        Database.execute(Service.SURVEY, "update wave_task set due_at = now() where task = 'COUNT'");
    }
}
