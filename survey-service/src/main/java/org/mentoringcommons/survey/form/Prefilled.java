package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.response.GivenAnswer;

/** Answers laid out as a browser would have sent them, so that the page shows them as filled in. */
final class Prefilled {

    private Prefilled() {}

    static FormFields of(Draft draft) {
        MultivaluedMap<String, String> fields = of(draft.content().answers());
        if (draft.content().research() != null) {
            fields.putSingle("research", draft.content().research() ? "yes" : "no");
        }
        if (draft.content().countUnfinished()) {
            fields.putSingle("countUnfinished", "yes");
        }
        fields.putSingle(FormFields.DRAFT, Integer.toString(draft.revision()));
        return new FormFields(fields);
    }

    static FormFields of(GivenAnswer given) {
        MultivaluedMap<String, String> fields = of(given.answers());
        fields.putSingle("research", given.decision().research() ? "yes" : "no");
        fields.putSingle(FormFields.REVISION, Integer.toString(given.revision()));
        return new FormFields(fields);
    }

    /**
     * Parts of an answer become fields of their own: {@code {"x": {"then": 3}}} is {@code x.then=3}. Options chosen with
     * words of one's own stay those of the item itself.
     */
    static MultivaluedMap<String, String> of(Map<String, JsonNode> answers) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        answers.forEach((key, answer) -> add(fields, key, answer));
        return fields;
    }

    private static void add(MultivaluedMap<String, String> fields, String name, JsonNode answer) {
        if (answer == null || answer.isNull()) {
            return;
        }
        if (answer.isObject()) {
            answer.fields()
                    .forEachRemaining(part -> add(
                            fields,
                            part.getKey().equals("chosen") && !part.getValue().isNumber()
                                    ? name
                                    : name + "." + part.getKey(),
                            part.getValue()));
        } else if (answer.isArray()) {
            answer.forEach(one -> add(fields, name, one));
        } else {
            fields.add(name, answer.asText());
        }
    }
}
