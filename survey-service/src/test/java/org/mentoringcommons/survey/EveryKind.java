package org.mentoringcommons.survey;

import java.util.UUID;

/** An instrument with one item of every kind that {@link Questions} has not, in English and Spanish. */
public final class EveryKind {

    /** What is kept, and told, of one good answer. */
    public static final String CODED =
            """
            {"style": 2, "hours": 2.5, "since": "2024-02-29", "time": {"Research & more": 60, "Teaching": 0, "Care": 40},
             "needs": ["Trust", "Advice"], "gender": ["Women", "Other"], "plan": "Yes"}""";

    private static final String ITEMS =
            """
            [{"kind": "instruction", "key": "read", "label": "Please read this first.", "section": "You"},
             {"kind": "bipolar", "key": "style", "label": "How do you work?", "lowAnchor": "Plan everything",
              "highAnchor": "See as it comes", "section": "You"},
             {"kind": "number", "key": "hours", "label": "Hours a month", "min": 0.5, "max": 40, "decimals": 2, "section": "You"},
             {"kind": "date", "key": "since", "label": "Since when?", "earliest": "2020-01-01"},
             {"kind": "constant_sum", "key": "time", "label": "Where does your time go?", "total": 100, "options": [
               {"code": "Research & more", "label": "Research"}, {"code": "Teaching", "label": "Teaching"},
               {"code": "Care", "label": "Care"}]},
             {"kind": "ranking", "key": "needs", "label": "What you need most", "top": 2, "options": [
               {"code": "Advice", "label": "Advice"}, {"code": "Contacts", "label": "Contacts"},
               {"code": "Trust", "label": "Trust"}]},
             {"kind": "multi_choice", "key": "gender", "label": "How do you describe yourself?", "options": [
               {"code": "Women", "label": "Woman"}, {"code": "Other", "label": "In another way", "specify": true},
               {"code": "No", "label": "I would rather not say", "exclusive": true}]},
             {"kind": "choice", "key": "plan", "label": "Do you plan to change something?", "options": [
               {"code": "Yes", "label": "Yes"}, {"code": "No", "label": "No"}]},
             {"kind": "text", "key": "why", "label": "What and why?", "maxLength": 100, "required": true,
              "when": {"item": "plan", "equals": "Yes"}}]""";

    private static final String SPANISH =
            """
            {"language": "es", "title": "De todo un poco", "sections": {"You": "Usted"}, "items": {
             "read": {"label": "Lea esto primero, por favor."},
             "style": {"label": "¿Cómo trabaja?", "lowAnchor": "Lo planifico todo", "highAnchor": "Lo veo sobre la marcha"},
             "hours": {"label": "Horas al mes"},
             "since": {"label": "¿Desde cuándo?"},
             "time": {"label": "¿En qué emplea su tiempo?", "options": {"Research & more": "Investigación", "Teaching": "Docencia", "Care": "Cuidados"}},
             "needs": {"label": "Lo que más necesita", "options": {"Advice": "Consejo", "Contacts": "Contactos", "Trust": "Confianza"}},
             "gender": {"label": "¿Cómo se describe?", "options": {"Women": "Mujer", "Other": "De otra manera", "No": "Prefiero no decirlo"}},
             "plan": {"label": "¿Piensa cambiar algo?", "options": {"Yes": "Sí", "No": "No"}},
             "why": {"label": "¿Qué y por qué?"}}}""";

    private EveryKind() {}

    /** The definition under this key; without Spanish, if nothing else is wanted. */
    public static String definition(String key) {
        return """
               {"key": "%s", "version": "1", "title": "All sorts of things", "language": "en", "items": %s, "scales": [
                {"key": "style", "label": "Style", "items": ["style"], "scoring": "sum", "missing": "at_least", "minimum": 1,
                 "reverse": ["style"]}], "translations": [%s]}"""
                .formatted(key, ITEMS, SPANISH);
    }

    /** A frozen one; its key. */
    public static String published() {
        String key = "every-kind-" + UUID.randomUUID();
        Api.operator().post("/instruments", definition(key)).then().statusCode(201);
        return key;
    }
}
