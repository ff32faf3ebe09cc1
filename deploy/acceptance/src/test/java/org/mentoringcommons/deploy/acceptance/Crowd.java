package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mentoringcommons.deploy.local.Service;

/**
 * Everybody asked after one workshop, under a protocol of their own, and what they do, each act in an order of its own. Who
 * did what is noted here, as nobody else can: one after the other, with a look at what came of it.
 */
final class Crowd {

    /** So many answer, and so many do something else. */
    static final int EACH = 24;

    /** A mailbox that takes nothing: of who answers first, so that a notice waits for it and no reminder. */
    private static final String FULL = "@full.example";

    private final String institution;
    private final String protocol;
    private final String wave;
    private final Map<String, Set<String>> handles = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> answering;
    private final List<String> others;
    private final Map<String, String> receipts = new HashMap<>();
    private final Map<String, String> pseudonyms = new HashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>(); // in the order of sending
    private final Map<String, List<Integer>> saved = new HashMap<>();
    private final Mailed mailed;
    private String consentVersion = "1";

    /** @param daysAgo the protocol began: of several, the newest is asked under */
    Crowd(String institution, String policy, int daysAgo) {
        this.institution = institution;
        protocol = Protocols.approved(institution, "TEST-nobody-" + policy, policy, daysAgo);
        String workshop = Workshops.deliver(
                institution,
                "entering-mentoring",
                2 * EACH,
                number -> number == 1 ? number + FULL : Workshops.address(institution, number));
        Workshops.tokens(institution, workshop, 2 * EACH);
        wave = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("[0].id");
        Database.execute(
                Service.SURVEY, "update wave set opens_at = now() - interval '50 hours' where id = '" + wave + "'");
        mailed = new Mailed(institution, protocol, wave);
        know(workshop);
        List<String> everybody = shuffled(handles.keySet());
        Collections.swap(everybody, 0, everybody.indexOf(someWithFullMailbox()));
        answering = List.copyOf(everybody.subList(0, EACH));
        others = List.copyOf(everybody.subList(EACH, everybody.size()));
        pair(everybody);
    }

    String wave() {
        return wave;
    }

    Mailed mailed() {
        return mailed;
    }

    /** Those who answered, with what is known of them outside. */
    Map<String, Set<String>> answering() {
        return known(answering);
    }

    Map<String, Set<String>> others() {
        return known(others);
    }

    /** Of each who answered, the answer; in the order of sending. */
    Map<String, String> answers() {
        return answers;
    }

    /** @param afterEach what else happens meanwhile */
    void answer(Runnable afterEach) {
        for (String person : answering) {
            save(person, Map.of(), false);
            Response sent = Answer.to(tokens.get(person)).improved().send();
            sent.then().statusCode(201);
            receipts.put(person, sent.path("receipt"));
            String hash = "receipt_hash = sha256('" + receipts.get(person) + "'::bytea)";
            answers.put(person, one("select id from response where " + hash));
            pseudonyms.put(person, one("select encode(pseudonym, 'hex') from response where " + hash));
            afterEach.run();
        }
    }

    /** {@return in which order they did} */
    List<String> correct() {
        List<String> order = shuffled(answering);
        for (String person : order) {
            survey().body(Map.of(
                            "receipt",
                            receipts.get(person),
                            "revision",
                            1,
                            "consentVersion",
                            consentVersion,
                            "research",
                            true,
                            "answers",
                            Map.of("communication_1", Map.of("then", 3, "now", 5))))
                    .put("/survey/v1/forms/" + tokens.get(person) + "/response")
                    .then()
                    .statusCode(200);
        }
        return order;
    }

    /** Whoever has answered by now is told so, and is asked nothing; the first of them has a full mailbox. */
    void changeConsent() {
        consentVersion = "2";
        Protocols.changeConsent(institution, protocol, consentVersion);
    }

    /** {@return of each of the others, by which pseudonym it is kept that they declined} */
    Map<String, String> decline() {
        Map<String, String> declined = new LinkedHashMap<>();
        for (String person : shuffled(others)) {
            survey().post("/survey/v1/forms/" + tokens.get(person) + "/decline")
                    .then()
                    .statusCode(204);
            List<String> now = Database.names(
                    Service.SURVEY, "select encode(pseudonym, 'hex') from declination where wave = '" + wave + "'");
            now.removeAll(declined.values());
            assertThat(now).hasSize(1);
            declined.put(person, now.get(0));
        }
        return declined;
    }

    /** The others type something and do not send it. */
    void save(boolean toCount) {
        int number = 0;
        for (String person : shuffled(others)) {
            List<Integer> unlikeAnybody = List.of(1 + number % 7, 1 + number / 7);
            saved.put(person, unlikeAnybody);
            save(
                    person,
                    Map.of("communication_1", Map.of("then", unlikeAnybody.get(0), "now", unlikeAnybody.get(1))),
                    toCount);
            number++;
        }
    }

    /** {@return of each of the others, the answer that was taken as it was saved} */
    Map<String, String> taken() {
        Map<String, String> taken = new LinkedHashMap<>();
        saved.forEach((person, pair) -> taken.put(
                person,
                one("select id from response where unfinished and wave = '" + wave
                        + "' and answers::jsonb -> 'communication_1' = '{\"then\": " + pair.get(0) + ", \"now\": "
                        + pair.get(1) + "}'::jsonb")));
        return taken;
    }

    /** How many drafts and answers of it there are. */
    long kept() {
        return Database.count(
                Service.SURVEY,
                "select (select count(*) from draft where wave = '" + wave + "')"
                        + " + (select count(*) from response where wave = '" + wave + "')");
    }

    /** {@return of each who answered, the withdrawal}; half of them by link, half by receipt */
    Map<String, String> withdraw() {
        Map<String, String> withdrawals = new LinkedHashMap<>();
        for (String person : shuffled(answering)) {
            Response gone = withdrawals.size() % 2 == 0
                    ? survey().post("/survey/v1/forms/" + tokens.get(person) + "/withdrawal")
                    : survey().body(Map.of("institution", institution, "receipt", receipts.get(person)))
                            .post("/survey/v1/withdrawals");
            gone.then().statusCode(201);
            withdrawals.put(
                    person, one("select id from withdrawal where pseudonym = '\\x" + pseudonyms.get(person) + "'"));
        }
        return withdrawals;
    }

    private void save(String person, Map<String, Object> typed, boolean toCount) {
        survey().body(Map.of(
                        "revision",
                        0,
                        "consentVersion",
                        consentVersion,
                        "research",
                        true,
                        "countUnfinished",
                        toCount,
                        "answers",
                        typed))
                .put("/survey/v1/forms/" + tokens.get(person) + "/draft")
                .then()
                .statusCode(200);
    }

    /** Everybody's id, link and address. */
    private void know(String workshop) {
        JsonPath invitations = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves/" + wave + "/invitations?limit=500")
                .jsonPath();
        for (int index = 0; index < invitations.getList("token").size(); index++) {
            String person = invitations.getString("participant[" + index + "]");
            tokens.put(person, invitations.getString("token[" + index + "]"));
            handles.put(person, new LinkedHashSet<>(List.of(person, tokens.get(person))));
        }
        Database.names(
                        Service.CURRICULUM,
                        "select id || ' ' || email from participant where workshop = '" + workshop + "'")
                .forEach(row -> handles.get(row.split(" ")[0]).add(row.split(" ")[1]));
    }

    /** The first half of them mentors the second. */
    private void pair(List<String> people) {
        TheStack.asPortal(institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "pairs",
                        IntStream.range(0, EACH)
                                .mapToObj(place ->
                                        Map.of("mentor", people.get(place), "mentee", people.get(place + EACH)))
                                .toList()))
                .post("/survey/v1/protocols/" + protocol + "/pairs")
                .then()
                .statusCode(201);
    }

    private Map<String, Set<String>> known(List<String> people) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        handles.forEach((person, outside) -> {
            if (people.contains(person)) {
                known.put(person, outside);
            }
        });
        return known;
    }

    private String someWithFullMailbox() {
        return handles.keySet().stream()
                .filter(person -> handles.get(person).stream().anyMatch(known -> known.endsWith(FULL)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shuffled(Collection<String> people) {
        List<String> order = new ArrayList<>(people);
        Collections.shuffle(order);
        return order;
    }

    private static String one(String query) {
        List<String> found = Database.names(Service.SURVEY, query);
        assertThat(found).as(query).hasSize(1);
        return found.get(0);
    }

    private static RequestSpecification survey() {
        return given().baseUri(TheStack.stack().url(Service.SURVEY).toString()).contentType("application/json");
    }
}
