package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a version in another one, as far as labels in the first language, structure and scoring go.
 *
 * @param about title, population, validation status, licence and language, where they differ
 * @param reordered whether items that both have stand in another order
 */
record Differences(
        InstrumentReference from,
        InstrumentReference to,
        List<Changed> about,
        List<Difference> items,
        List<Difference> scales,
        boolean reordered) {

    /** What happened to an item or scale. */
    enum Change {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED
    }

    /**
     * One item or scale that is not the same.
     *
     * @param label as it is read, in the later version if it is there
     * @param changed which of its properties, and how; of a changed one only
     */
    record Difference(
            String key,
            Change change,
            String label,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Changed> changed) {}

    /** One property, before and after; null is not there. */
    record Changed(String property, String before, String after) {}

    static Differences of(Instrument from, Instrument to, ObjectMapper json) {
        Map<String, JsonNode> before = byKey(from.definition().items(), json);
        Map<String, JsonNode> after = byKey(to.definition().items(), json);
        return new Differences(
                from.reference(),
                to.reference(),
                changed(about(from, json), about(to, json)),
                differences(before, after),
                differences(
                        byKey(from.definition().scales(), json),
                        byKey(to.definition().scales(), json)),
                !common(before, after).equals(common(after, before)));
    }

    private static JsonNode about(Instrument instrument, ObjectMapper json) {
        return json.createObjectNode()
                .put("title", instrument.title())
                .put("population", instrument.population())
                .put("validationStatus", instrument.validationStatus())
                .put("licence", instrument.licence())
                .put("language", instrument.definition().language());
    }

    private static Map<String, JsonNode> byKey(List<?> things, ObjectMapper json) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        things.forEach(thing -> {
            JsonNode tree = json.valueToTree(thing);
            byKey.put(tree.get("key").textValue(), tree);
        });
        return byKey;
    }

    private static List<String> common(Map<String, JsonNode> inOrderOf, Map<String, JsonNode> other) {
        return inOrderOf.keySet().stream().filter(other::containsKey).toList();
    }

    private static List<Difference> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        List<Difference> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            JsonNode was = before.get(key);
            JsonNode is = after.get(key);
            String label = (is == null ? was : is).get("label").textValue();
            if (was == null || is == null) {
                found.add(new Difference(key, was == null ? Change.ADDED : Change.REMOVED, label, List.of()));
            } else if (!was.equals(is)) {
                found.add(new Difference(key, Change.CHANGED, label, changed(was, is)));
            }
        }
        return found;
    }

    private static List<Changed> changed(JsonNode was, JsonNode is) {
        Set<String> properties = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(properties::add);
        is.fieldNames().forEachRemaining(properties::add);
        return properties.stream()
                .map(property -> new Changed(property, text(was.get(property)), text(is.get(property))))
                .filter(changed -> !String.valueOf(changed.before()).equals(String.valueOf(changed.after())))
                .toList();
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
    }

    /** The same to be read. */
    String asText() {
        StringBuilder text =
                new StringBuilder(from.key() + " " + from.version() + " → " + to.key() + " " + to.version() + "\n");
        about.forEach(changed -> text.append(line("  ", changed)));
        section(text, "Items", items);
        section(text, "Scales", scales);
        if (reordered) {
            text.append("Items that both have stand in another order.\n");
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<Difference> differences) {
        text.append(heading).append(":").append(differences.isEmpty() ? " all the same\n" : "\n");
        for (Difference difference : differences) {
            String sign =
                    switch (difference.change()) {
                        case ADDED -> "+ ";
                        case REMOVED -> "- ";
                        case CHANGED -> "~ ";
                    };
            text.append(sign + difference.key() + " (" + difference.label() + ")\n");
            difference.changed().forEach(changed -> text.append(line("    ", changed)));
        }
    }

    private static String line(String indent, Changed changed) {
        return indent + changed.property() + ": " + shown(changed.before()) + " → " + shown(changed.after()) + "\n";
    }

    private static String shown(String value) {
        return value == null ? "(none)" : value;
    }
}
