package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attack itself: it finds what can be found, and nothing where there is nothing. */
class JoinAttackTest {

    private static final int PEOPLE = 24;

    private final Random random = new Random(20261122);
    private final Map<String, Set<String>> people = new LinkedHashMap<>();
    private final Map<String, String> truth = new LinkedHashMap<>(); // in the order of sending
    private final List<Relation> stolen = new ArrayList<>();

    JoinAttackTest() {
        List<String> names = new ArrayList<>();
        List<Map<String, String>> roster = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            String person = id();
            names.add(person);
            people.put(person, Set.of(person, "person" + number + "@example.org"));
            roster.add(Map.of("id", id(), "participant", person, "ctid", "(0," + (number + 1) + ")"));
        }
        Collections.shuffle(names, random);
        List<Map<String, String>> answers = new ArrayList<>();
        names.forEach(person -> {
            truth.put(person, id());
            answers.add(Map.of("id", truth.get(person), "pseudonym", "\\x" + hash(id()), "wave", "the same wave"));
        });
        stolen.add(Relation.of("invitation", roster));
        stolen.add(Relation.of("response", answers));
    }

    @Test
    void where_nothing_leads_from_people_to_answers_nothing_is_found() {
        assertThat(best().betrays()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hash of the participant", "hash in JSON", "over a third table"})
    void a_value_that_leads_from_a_person_to_the_answer_is_found(String way) {
        List<Map<String, String>> bad = new ArrayList<>();
        List<Map<String, String>> between = new ArrayList<>();
        truth.forEach((person, answer) -> {
            String secret = id();
            switch (way) {
                case "plain" -> bad.add(Map.of("answer", answer, "participant", person));
                case "hash of the participant" -> bad.add(Map.of("answer", answer, "by", "\\x" + hash(person)));
                case "hash in JSON" ->
                    bad.add(Map.of(
                            "data", "{\"a\": {\"answer\": \"" + answer + "\", \"by\": \"" + hash(person) + "\"}}"));
                default -> {
                    between.add(Map.of("participant", person, "secret", secret));
                    bad.add(Map.of("answer", answer, "secret", secret));
                }
            }
        });
        Collections.shuffle(bad, random);
        Collections.shuffle(between, random);
        stolen.add(Relation.of("bad", bad));
        stolen.add(Relation.of("between", between));

        assertBetrayed(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "time", "log", "backwards"})
    void an_order_of_people_that_is_the_order_of_answers_is_found(String way) {
        List<Map<String, String>> bad = new ArrayList<>();
        int moment = 0;
        for (String person : truth.keySet()) {
            moment += 1 + random.nextInt(50);
            Map<String, String> row = new HashMap<>(Map.of("participant", person));
            switch (way) {
                case "time" -> row.put("answered_at", "2026-11-22T22:" + String.format("%06d", moment));
                case "log" -> {
                    row.clear();
                    row.put("line", Integer.toString(moment));
                    row.put("text", "INFO invitation of " + person + " was used");
                }
                default -> row.put("xmin", Integer.toString(way.equals("backwards") ? 10_000 - moment : moment));
            }
            bad.add(row);
        }
        Collections.shuffle(bad, random);
        stolen.add(Relation.of("bad", bad));

        assertBetrayed(PEOPLE);
    }

    @Test
    void the_order_of_invitations_is_found_where_people_are_named_by_them_alone() {
        Map<String, String> invitationByPerson = new HashMap<>();
        stolen.get(0).rows().forEach(row -> invitationByPerson.put(row.get("participant"), row.get("id")));
        stolen.add(Relation.of(
                "spent",
                truth.keySet().stream()
                        .map(person -> Map.of("invitation", invitationByPerson.get(person)))
                        .toList()));

        assertBetrayed(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void of_some_people_values_are_found(int some) {
        List<Map<String, String>> bad = new ArrayList<>();
        truth.forEach((person, answer) -> {
            if (bad.size() < some) {
                bad.add(Map.of("answer", answer, "participant", person));
            }
        });
        stolen.add(Relation.of("bad", bad));

        assertBetrayed(some);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables", "rows"})
    void of_some_people_the_order_is_found_beside_that_of_what_they_did(String way) {
        List<String> five = someOf(5);
        List<String> done = five.stream().map(truth::get).toList();
        if (way.equals("tables")) {
            stolen.add(Relation.of("late", rows("participant", five)));
            stolen.add(Relation.of("corrected", rows("answer", done)));
        } else {
            stolen.add(Relation.of("jobs", List.of(Map.of("for", array(five)), Map.of("about", array(done)))));
        }

        assertBetrayed(5);
    }

    @Test
    void an_order_of_some_people_is_found_beside_one_of_all_answers() {
        stolen.add(Relation.of("late", rows("participant", someOf(14))));

        assertBetrayed(14);
    }

    @Test
    void an_order_is_found_that_was_mingled_a_little() {
        List<String> mingled = new ArrayList<>(truth.keySet());
        for (int batch = 0; batch < PEOPLE; batch += 6) {
            Collections.shuffle(mingled.subList(batch, batch + 6), random);
        }
        stolen.add(Relation.of("marked", rows("participant", mingled)));

        assertThat(best()).satisfies(found -> assertThat(found.betrays()).isTrue());
    }

    @Test
    void a_group_of_people_is_found_that_is_one_of_what_they_did() {
        List<String> half = someOf(PEOPLE / 2);
        List<Map<String, String>> marked = new ArrayList<>();
        people.keySet()
                .forEach(person ->
                        marked.add(Map.of("participant", person, "told", Boolean.toString(half.contains(person)))));
        List<Map<String, String>> answered = new ArrayList<>();
        truth.forEach((person, answer) ->
                answered.add(Map.of("answer", answer, "text", half.contains(person) ? "first" : "second")));
        Collections.shuffle(marked, random);
        Collections.shuffle(answered, random);
        stolen.add(Relation.of("marked", marked));
        stolen.add(Relation.of("answered", answered));

        assertBetrayed(PEOPLE / 2);
    }

    @Test
    void by_chance_means_by_chance() {
        for (int again = 0; again < 40; again++) {
            List<String> persons = new ArrayList<>(people.keySet());
            Collections.shuffle(persons, random);
            List<String> answers = new ArrayList<>(truth.values());
            Collections.shuffle(answers, random);
            int some = 2 + random.nextInt(PEOPLE - 1);
            stolen.add(Relation.of("unrelated " + again, rows("participant", persons.subList(0, some))));
            stolen.add(Relation.of("of others " + again, rows("answer", answers.subList(0, some))));

            assertThat(best()).satisfies(found -> assertThat(found.betrays()).isFalse());
        }
        assertThat(best().right()).as("so much seems to be there").isPositive();

        stolen.add(Relation.of("late", rows("participant", someOf(6))));
        stolen.add(Relation.of(
                "corrected", rows("answer", someOf(6).stream().map(truth::get).toList())));
        assertBetrayed(6);
    }

    private List<String> someOf(int some) {
        List<String> inOrder = new ArrayList<>();
        int number = 0;
        for (String person : truth.keySet()) {
            if (number++ % (PEOPLE / some) == 0 && inOrder.size() < some) {
                inOrder.add(person);
            }
        }
        return inOrder;
    }

    private static List<Map<String, String>> rows(String column, List<String> values) {
        return values.stream().map(value -> Map.of(column, value)).toList();
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private void assertBetrayed(int right) {
        assertThat(best()).satisfies(found -> {
            assertThat(found.betrays()).isTrue();
            assertThat(found.right()).isEqualTo(right);
        });
    }

    private JoinAttack.Guess best() {
        return new JoinAttack(stolen).best(people, truth);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String hash(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
