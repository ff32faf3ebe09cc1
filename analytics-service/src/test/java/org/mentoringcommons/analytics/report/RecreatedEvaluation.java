package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** The synthetic data set whose margins equal every number printed in the published evaluation, as events. */
final class RecreatedEvaluation {

    static final String CURRICULUM = "mentoring-up-recreated";
    static final Map<String, String> TEXTS =
            Map.of("plans", "codes_consensus.csv", "useful", "most_useful_codes.csv", "improve", "improve_codes.csv");
    private static final List<String> CHOOSE_SEVERAL = List.of("career", "race", "gender");
    private static final List<String> YES_OR_NO = List.of("valuable", "recommend", "planned_change");

    private final List<CSVRecord> workshops = read("workshops.csv");
    private final List<CSVRecord> people = read("respondents.csv");
    private final Map<String, List<String>> scales = scales();

    List<CSVRecord> workshops() {
        return workshops;
    }

    List<String> scaleKeys() {
        return List.copyOf(scales.keySet());
    }

    Set<Tenant> sites() {
        Set<Tenant> sites = new LinkedHashSet<>();
        workshops.forEach(workshop -> sites.add(site(workshop)));
        return sites;
    }

    static JsonNode expected() {
        try (Reader file = open("expected_margins.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void feed(Feed feed) {
        Map<String, Tenant> siteOf = new LinkedHashMap<>();
        for (CSVRecord workshop : workshops) {
            Tenant site = site(workshop);
            String name = workshop.get("workshop");
            siteOf.put(name, site);
            feed.state("workshops", site, Facts.id(name), workshopState(workshop));
            feed.state("waves", site, Facts.id("wave " + name), Facts.wave("wave " + name, name, instrument()));
        }
        Map<String, Map<String, Map<String, Object>>> responses = new LinkedHashMap<>();
        people.stream().filter(person -> person.get("responded").equals("1")).forEach(person -> responses
                .computeIfAbsent(person.get("workshop"), workshop -> new LinkedHashMap<>())
                .put(Facts.id(person.get("participant")), response(person)));
        responses.forEach((workshop, answers) -> feed.states("responses", siteOf.get(workshop), answers));
        TEXTS.forEach((item, file) -> codes(file).forEach((participant, codes) -> {
            Tenant site = people.stream()
                    .filter(person -> person.get("participant").equals(participant))
                    .map(person -> siteOf.get(person.get("workshop")))
                    .findFirst()
                    .orElseThrow();
            feed.state(
                    "codings",
                    site,
                    Facts.id(participant) + ":" + item,
                    Facts.coding(participant, item, codes.toArray(String[]::new)));
        }));
    }

    /** Consented answers for every workshop the study leaves out: only its rule keeps them out. */
    void feedAnswersOfExcludedWorkshops(Feed feed) {
        workshops.stream()
                .filter(workshop -> workshop.get("included").equals("0"))
                .forEach(workshop -> {
                    String name = workshop.get("workshop");
                    Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
                    for (int person = 0; person < Integer.parseInt(workshop.get("consented")); person++) {
                        String who = name + " person " + person;
                        answers.put(Facts.id(who), Facts.response(who, "wave " + name, true, extremeAnswers()));
                    }
                    feed.states("responses", site(workshop), answers);
                });
    }

    /** The lowest before and the highest now, and the first option everywhere. */
    Map<String, Object> extremeAnswers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        scales.values().forEach(items -> items.forEach(item -> answers.put(item, Facts.pair(1, 7))));
        answers.put("facilitator_effectiveness", 1);
        YES_OR_NO.forEach(item -> answers.put(item, "No"));
        CHOOSE_SEVERAL.forEach(
                item -> answers.put(item, List.of("Other", codesOf(item).get(0))));
        answers.put("gender", List.of("Nonbinary"));
        return answers;
    }

    Map<String, Object> instrument() {
        List<Map<String, Object>> items = new ArrayList<>();
        scales.values().forEach(keys -> keys.forEach(key -> items.add(Facts.thenNow(key))));
        items.add(Facts.likert("facilitator_effectiveness", 5));
        YES_OR_NO.forEach(key -> items.add(Facts.options(key, "choice", List.of("Yes", "No"))));
        TEXTS.keySet().forEach(key -> items.add(Facts.text(key)));
        CHOOSE_SEVERAL.forEach(key -> items.add(Facts.options(key, "multi_choice", codesOf(key))));
        List<Map<String, Object>> scored = new ArrayList<>();
        scales.forEach((key, keys) -> scored.add(Facts.scale(key, keys.toArray(String[]::new))));
        return Facts.instrument("recreated", "1", items, scored);
    }

    /** The codes of a table in the order it prints them. */
    static List<String> codesOf(String item) {
        return switch (item) {
            case "career" ->
                List.of(
                        "Assistant Professor",
                        "Graduate Student",
                        "Postdoc",
                        "Scientists/Researcher",
                        "Medical Student",
                        "Clinical Fellow",
                        "Lecturer/Instructor",
                        "Clinical Instructor",
                        "Assistant Dean",
                        "Other");
            case "race" ->
                List.of(
                        "White",
                        "Asian",
                        "Hispanic/Latinx",
                        "Black/African American",
                        "American Indian/Alaskan Native",
                        "Native Hawaiian/Pacific Islander",
                        "Other");
            case "gender" -> List.of("Women", "Men", "Nonbinary", "Prefer Not to Report");
            case "plans" ->
                List.of(
                        "Effective Communication",
                        "Mentoring Up/Proactive",
                        "Aligning Expectations",
                        "Intentional Meeting Management",
                        "Mentoring Resources and Tools",
                        "Career/Professional Development",
                        "Expand/Assess Mentor Network",
                        "Fostering Self-Efficacy",
                        "Soliciting Feedback",
                        "Work-Life Integration",
                        "Delegating",
                        "Cultural/Diversity Awareness",
                        "Other",
                        "Vague Response",
                        "No Planned Changes");
            case "useful" ->
                List.of(
                        "peer discussion",
                        "specific competencies",
                        "case studies and activities",
                        "tools or resources");
            default -> throw new IllegalArgumentException(item);
        };
    }

    private static Tenant site(CSVRecord workshop) {
        return Facts.institution(workshop.get("site"));
    }

    private static Map<String, Object> workshopState(CSVRecord workshop) {
        Map<String, Object> state = Facts.workshop(
                workshop.get("workshop"), CURRICULUM, (int) Math.round(60 * Double.parseDouble(workshop.get("hours"))));
        state.put("mode", workshop.get("mode"));
        state.put("audience", workshop.get("audience"));
        state.put("attended", Integer.parseInt(workshop.get("trained")));
        state.put("coverage", coverage(workshop.get("work_life_module")));
        return state;
    }

    private static Map<String, Object> coverage(String workLife) {
        return workLife.isEmpty()
                ? Map.of("known", false)
                : Map.of(
                        "known",
                        true,
                        "modules",
                        workLife.equals("1") ? List.of("communication", "work-life") : List.of("communication"));
    }

    private Map<String, Object> response(CSVRecord person) {
        Map<String, Object> answers = new LinkedHashMap<>();
        scales.values().forEach(items -> items.stream()
                .filter(item -> !person.get(item + "_pre").isEmpty())
                .forEach(item -> answers.put(
                        item,
                        Facts.pair(
                                Integer.parseInt(person.get(item + "_pre")),
                                Integer.parseInt(person.get(item + "_post"))))));
        given(person, "facilitator_effectiveness")
                .forEach(value -> answers.put("facilitator_effectiveness", Integer.parseInt(value)));
        YES_OR_NO.forEach(item -> given(person, item).forEach(value -> answers.put(item, value)));
        CHOOSE_SEVERAL.forEach(item -> given(person, item).forEach(value -> answers.put(item, List.of(value))));
        return Facts.response(
                person.get("participant"),
                "wave " + person.get("workshop"),
                person.get("consented").equals("1"),
                answers);
    }

    private static List<String> given(CSVRecord person, String item) {
        return person.get(item).isEmpty() ? List.of() : List.of(person.get(item));
    }

    private Map<String, List<String>> scales() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        people.get(0).getParser().getHeaderNames().stream()
                .filter(column -> column.endsWith("_pre"))
                .map(column -> column.substring(0, column.length() - "_pre".length()))
                .forEach(item -> found.computeIfAbsent(
                                item.substring(0, item.lastIndexOf('_')), scale -> new ArrayList<>())
                        .add(item));
        return found;
    }

    private static Map<String, List<String>> codes(String file) {
        Map<String, List<String>> codes = new TreeMap<>();
        read(file).forEach(row -> codes.computeIfAbsent(row.get("participant"), participant -> new ArrayList<>())
                .add(row.get("code")));
        return codes;
    }

    private static List<CSVRecord> read(String file) {
        try (Reader reader = open(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader open(String file) {
        return new InputStreamReader(
                RecreatedEvaluation.class.getResourceAsStream("/fixtures/paper/" + file), StandardCharsets.UTF_8);
    }
}
