package org.mentoringcommons.deploy.local.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The evaluation's instrument, with short labels of our own, and what a person of the data set answers to it. */
final class Questionnaire {

    static final String KEY = "mentorship-evaluation";
    static final String VERSION = "1.0.0";
    private static final int POINTS = 7;

    // codes are the words of the published tables; tables show codes nobody chose, so they are declared here
    private static final Map<String, List<String>> DECLARED = Map.of(
            "career",
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
                            "Other"),
            "race",
                    List.of(
                            "White",
                            "Asian",
                            "Hispanic/Latinx",
                            "Black/African American",
                            "American Indian/Alaskan Native",
                            "Native Hawaiian/Pacific Islander",
                            "Other"),
            "gender", List.of("Women", "Men", "Nonbinary", "Prefer Not to Report"));

    private static final Map<String, List<String>> LABELS = Map.of(
            "communication",
                    List.of(
                            "Listening to what my mentor says",
                            "Telling my mentor what I think of a plan",
                            "Asking for feedback I can use",
                            "Building trust in our meetings",
                            "Adapting how I speak to how my mentor works",
                            "Working with more than one mentor at a time"),
            "expectations",
                    List.of(
                            "Saying what I expect of my mentor",
                            "Finding out what my mentor expects of me",
                            "Noticing where our views of the work differ",
                            "Agreeing on goals we both stand behind",
                            "Planning the steps to those goals"),
            "understanding",
                    List.of(
                            "Judging what I already know",
                            "Explaining a finding in my own words",
                            "Knowing when to look for help"),
            "independence",
                    List.of(
                            "Keeping up my own motivation",
                            "Trusting my own judgement",
                            "Seeing that my ideas count",
                            "Deciding when I can go on alone",
                            "Asking for the room to do so"),
            "diversity",
                    List.of(
                            "Seeing what my background brings to this relationship",
                            "Working well with a mentor of another background"),
            "professional",
                    List.of(
                            "Building a network beyond my mentor",
                            "Setting goals for my career",
                            "Keeping work and private life in balance",
                            "Being a colleague others learn from",
                            "Finding what my next position needs"),
            "self_efficacy",
                    List.of(
                            "Carrying a project through to its end",
                            "Recovering from a setback in my research",
                            "Presenting my work to strangers",
                            "Defending a result under questions",
                            "Picturing myself as a leader in my field"));

    private final Evaluation evaluation;

    Questionnaire(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Map<String, Object> definition() {
        List<Object> items = new ArrayList<>();
        evaluation.scales().forEach((scale, size) -> {
            for (int number = 1; number <= size; number++) {
                items.add(pair(scale, number));
            }
        });
        items.add(Map.of(
                "kind",
                "likert",
                "key",
                "facilitator_effectiveness",
                "label",
                "How well did the facilitators lead the sessions?",
                "points",
                5,
                "lowAnchor",
                "not well",
                "highAnchor",
                "very well"));
        items.add(yesOrNo("valuable", "Was it a good use of your time?"));
        items.add(yesOrNo("recommend", "Would you recommend it to a colleague?"));
        items.add(yesOrNo("planned_change", "Do you plan to change something?"));
        for (Codebook codebook : Codebook.values()) {
            items.add(Map.of("kind", "text", "key", codebook.item(), "label", codebook.question(), "maxLength", 2000));
        }
        items.add(severalOf("career", "Where are you in your career?"));
        items.add(severalOf("race", "How do you describe your race or ethnicity?"));
        items.add(severalOf("gender", "How do you describe your gender?"));
        return Map.of(
                "key",
                KEY,
                "version",
                VERSION,
                "title",
                "Your skills before these sessions and now",
                "population",
                "mentees",
                "validationStatus",
                "validation under way",
                "licence",
                "CC BY 4.0",
                "items",
                items,
                "scales",
                evaluation.scales().entrySet().stream()
                        .map(scale -> Map.of(
                                "key",
                                scale.getKey(),
                                "label",
                                scale.getKey().replace('_', ' '),
                                "items",
                                keys(scale.getKey(), scale.getValue()),
                                "missing",
                                "complete"))
                        .toList());
    }

    /** The answers as the form takes them; texts are invented from the codes they were given. */
    Map<String, Object> answersOf(Evaluation.Person person) {
        Map<String, Object> answers = new java.util.LinkedHashMap<>();
        evaluation.scales().forEach((scale, size) -> keys(scale, size).forEach(key -> {
            String then = person.answers().get(key + "_pre");
            String now = person.answers().get(key + "_post");
            if (then != null && now != null) {
                answers.put(key, Map.of("then", Integer.parseInt(then), "now", Integer.parseInt(now)));
            }
        }));
        person.answers().computeIfPresent("facilitator_effectiveness", (key, value) -> {
            answers.put(key, Integer.parseInt(value));
            return value;
        });
        for (String choice : List.of("valuable", "recommend", "planned_change")) {
            person.answers().computeIfPresent(choice, (key, value) -> {
                answers.put(key, value);
                return value;
            });
        }
        for (String several : DECLARED.keySet()) {
            person.answers().computeIfPresent(several, (key, value) -> {
                answers.put(key, List.of(value));
                return value;
            });
        }
        evaluation.codes().forEach((codebook, codes) -> {
            if (codes.containsKey(person.key())) {
                answers.put(codebook.item(), codebook.invent(codes.get(person.key())));
            }
        });
        return answers;
    }

    private static Map<String, Object> pair(String scale, int number) {
        List<String> labels = LABELS.getOrDefault(scale, List.of());
        String label = number <= labels.size() ? labels.get(number - 1) : scale.replace('_', ' ') + " " + number;
        return Map.of(
                "kind",
                "then_now",
                "key",
                scale + "_" + number,
                "label",
                label,
                "points",
                POINTS,
                "lowAnchor",
                "not at all",
                "midAnchor",
                "moderately",
                "highAnchor",
                "extremely skilled",
                "section",
                heading(scale));
    }

    private static String heading(String scale) {
        return Character.toUpperCase(scale.charAt(0)) + scale.substring(1).replace('_', ' ');
    }

    private static List<String> keys(String scale, int size) {
        List<String> keys = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            keys.add(scale + "_" + number);
        }
        return keys;
    }

    private static Map<String, Object> yesOrNo(String key, String label) {
        return Map.of("kind", "choice", "key", key, "label", label, "options", options(List.of("Yes", "No")));
    }

    private Map<String, Object> severalOf(String key, String label) {
        Set<String> codes = new LinkedHashSet<>(DECLARED.get(key));
        codes.addAll(evaluation.valuesOf(key));
        return Map.of("kind", "multi_choice", "key", key, "label", label, "options", options(List.copyOf(codes)));
    }

    private static List<Map<String, String>> options(List<String> codes) {
        return codes.stream().map(code -> Map.of("code", code, "label", code)).toList();
    }
}
