package org.mentoringcommons.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** A small instrument with every kind of item, and protocols that ask it. */
public final class Questions {

    public static final String FIRST_CODER = "first-coder";
    public static final String SECOND_CODER = "second-coder";

    private Questions() {}

    public static Map<String, Object> thenNow(String key, int points) {
        return Map.of(
                "kind",
                "then_now",
                "key",
                key,
                "label",
                "Telling my mentor what I need",
                "points",
                points,
                "lowAnchor",
                "not at all",
                "highAnchor",
                "very well",
                "section",
                "Working together");
    }

    public static Map<String, Object> text(String key, int maxLength) {
        return Map.of("kind", "text", "key", key, "label", "What will you change?", "maxLength", maxLength);
    }

    public static Map<String, Object> choice(String kind, String key, String... codes) {
        return Map.of(
                "kind",
                kind,
                "key",
                key,
                "label",
                "About you",
                "options",
                List.of(codes).stream()
                        .map(code -> Map.of("code", code, "label", code + "!"))
                        .toList());
    }

    public static List<Object> items() {
        return List.of(
                thenNow("communication_1", 7),
                thenNow("communication_2", 7),
                Map.of(
                        "kind",
                        "likert",
                        "key",
                        "valuable",
                        "label",
                        "A good use of my time",
                        "points",
                        5,
                        "lowAnchor",
                        "no",
                        "highAnchor",
                        "yes",
                        "required",
                        true),
                choice("choice", "career", "Postdoc", "Assistant Professor"),
                choice("multi_choice", "race", "Asian", "White", "Other"),
                text("planned_changes", 200));
    }

    public static Map<String, Object> instrument(String key, List<Object> items, List<Object> scales) {
        return Map.of(
                "key",
                key,
                "version",
                "1",
                "title",
                "How mentoring went for me",
                "population",
                "mentees",
                "validationStatus",
                "none",
                "licence",
                "CC BY 4.0",
                "items",
                items,
                "scales",
                scales);
    }

    public static Map<String, Object> scale(String key, String... items) {
        return Map.of("key", key, "label", "A scale", "items", List.of(items), "missing", "complete");
    }

    /** A frozen instrument of {@link #items()}; its key. */
    public static String published() {
        String key = "instrument-" + UUID.randomUUID();
        Api.operator()
                .post(
                        "/instruments",
                        instrument(key, items(), List.of(scale("communication", "communication_1", "communication_2"))))
                .then()
                .statusCode(201);
        return key;
    }

    /** A protocol for a curriculum of its own; the curriculum's key. */
    public static String protocolOf(Tenant institution) {
        return protocolOf(institution, "exclude");
    }

    /** As {@link #protocolOf(Tenant)}, with this policy for withdrawals. */
    public static String protocolOf(Tenant institution, String withdrawalPolicy) {
        return protocolOf(institution, withdrawalPolicy, published(), List.of());
    }

    /** As {@link #protocolOf(Tenant)}, asking this instrument, with consent also in these languages. */
    public static String protocolOf(
            Tenant institution, String withdrawalPolicy, String instrument, List<String> languages) {
        String curriculum = "curriculum-" + UUID.randomUUID();
        Map<String, Object> protocol = protocol(instrument, curriculum, LocalDate.of(2020, 1, 1), null);
        protocol.put("withdrawalPolicy", withdrawalPolicy);
        if (!languages.isEmpty()) {
            protocol.put(
                    "consent",
                    consentWith("initial", "1", languages.toArray(String[]::new))
                            .get("consent"));
        }
        Api.administrator(institution).post("/protocols", protocol).then().statusCode(201);
        return curriculum;
    }

    public static Map<String, Object> protocol(
            String instrument, String curriculum, LocalDate validFrom, LocalDate validTo) {
        Map<String, Object> protocol = new HashMap<>(Map.of(
                "number",
                "IRB-" + UUID.randomUUID(),
                "board",
                "Board",
                "title",
                "Evaluation",
                "validFrom",
                validFrom.toString(),
                "withdrawalPolicy",
                "exclude",
                "instrument",
                Map.of("key", instrument, "version", "1"),
                "curricula",
                List.of(curriculum),
                "evaluators",
                List.of(FIRST_CODER, SECOND_CODER, "third-coder"),
                "consent",
                Map.of("version", "1", "text", "Taking part is voluntary.", "researchQuestion", "For research?")));
        if (validTo != null) {
            protocol.put("validTo", validTo.toString());
        }
        return protocol;
    }

    /** A consent text to be published. */
    public static Map<String, Object> consent(String change, String version) {
        return consentWith(change, version);
    }

    /** As {@link #consent}, translated into these languages. */
    public static Map<String, Object> consentWith(String change, String version, String... languages) {
        return Map.of(
                "change",
                change,
                "summary",
                "Says it better",
                "consent",
                Map.of(
                        "version",
                        version,
                        "text",
                        "Taking part is still voluntary.",
                        "researchQuestion",
                        "For research?",
                        "translations",
                        List.of(languages).stream()
                                .map(language -> Map.of(
                                        "language",
                                        language,
                                        "text",
                                        "Text in " + language,
                                        "researchQuestion",
                                        "Question in " + language))
                                .toList()));
    }

    /** A whole and good answer. */
    public static Map<String, Object> goodAnswers() {
        return new HashMap<>(Map.of(
                "communication_1",
                Map.of("then", 3, "now", 6),
                "valuable",
                4,
                "career",
                "Assistant Professor",
                "race",
                List.of("Asian", "Other"),
                "planned_changes",
                "I will write an agenda before we meet."));
    }

    public static String receipt() {
        return UUID.randomUUID().toString();
    }
}
