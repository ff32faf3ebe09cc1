package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.ThenNow;

/** What a browser sent, read as answers; whether they fit is for the items to say. */
record FormFields(MultivaluedMap<String, String> sent) {

    static final String THEN = ".then";
    static final String NOW = ".now";

    /** Which revision of the draft the page shows. */
    static final String DRAFT = "draftRevision";

    /** Which revision of the answer sent the page shows. */
    static final String REVISION = "revision";

    String value(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    List<String> values(String name) {
        return sent.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return !value(name).isEmpty();
    }

    /** The revision of the draft that was shown; 0 if there was none, or the number was tampered with. */
    int draftRevision() {
        return count(DRAFT);
    }

    /** The revision of the answer that is being corrected; 0 if none is, or the number was tampered with. */
    int revision() {
        return count(REVISION);
    }

    private int count(String name) {
        return value(name).matches("[0-9]{1,9}") ? Integer.parseInt(value(name)) : 0;
    }

    /** In which the consent text was shown; null for the authoritative one. */
    String consentLanguage() {
        return has("consentLanguage") ? value("consentLanguage") : null;
    }

    /** The same, on top of this revision of the draft. */
    FormFields on(int draftRevision) {
        return with(DRAFT, draftRevision);
    }

    /** The same, as changes of this revision of the answer. */
    FormFields at(int revision) {
        return with(REVISION, revision);
    }

    private FormFields with(String name, int number) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putAll(sent);
        fields.putSingle(name, Integer.toString(number));
        return new FormFields(fields);
    }

    /** In which language the page is wanted next: the one just chosen, or the one it was shown in. */
    String language() {
        return has("show") ? value("show") : value("consentLanguage");
    }

    /** Yes, no, or null if neither was chosen. */
    Boolean research() {
        return switch (value("research")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    Map<String, JsonNode> answers(Definition definition) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        definition.items().forEach(item -> answers.put(item.key(), answer(item)));
        return answers;
    }

    private JsonNode answer(Item item) {
        if (item instanceof ThenNow) {
            ObjectNode pair = JsonNodeFactory.instance.objectNode();
            pair.set("then", number(value(item.key() + THEN)));
            pair.set("now", number(value(item.key() + NOW)));
            return pair;
        }
        if (item instanceof Likert) {
            return number(value(item.key()));
        }
        if (item instanceof MultiChoice) {
            ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
            values(item.key()).forEach(chosen::add);
            return chosen;
        }
        // browsers send line ends as two characters, which would count twice
        return TextNode.valueOf(value(item.key()).replace("\r\n", "\n"));
    }

    private static JsonNode number(String digits) {
        if (digits.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            return IntNode.valueOf(Integer.parseInt(digits));
        } catch (NumberFormatException tampered) {
            return TextNode.valueOf(digits);
        }
    }
}
