package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Instruction;

/** What a browser sent, read as answers; whether they fit is for the items to say. */
record FormFields(MultivaluedMap<String, String> sent) {

    static final String THEN = ".then";
    static final String NOW = ".now";
    static final String OTHER = ".other";

    /** The field of one part of a sum. */
    static String part(String key, String code) {
        return key + "." + code;
    }

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
        Reading reading = new Reading(this);
        definition.items().stream()
                .filter(item -> !(item instanceof Instruction))
                .forEach(item -> answers.put(item.key(), item.match(reading)));
        return answers;
    }
}
