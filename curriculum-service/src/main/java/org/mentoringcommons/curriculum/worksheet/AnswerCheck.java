package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.mentoringcommons.tenancy.Refusal.Violation;

/**
 * Whether answers fit their sheet, by its kind. A sheet may be half filled in: what is there has to fit, and what has to
 * add up has to once all of it is there. Fields are named by keys of the sheet; nothing a person wrote is repeated, for it
 * may name somebody.
 */
final class AnswerCheck {

    private static final String ROOT = "answers";

    private final JsonNode sheet;
    private final List<Violation> wrong = new ArrayList<>();

    private AnswerCheck(JsonNode sheet) {
        this.sheet = sheet;
    }

    /** What is wrong, in the order of the answers; empty if they fit. */
    static List<Violation> of(JsonNode sheet, JsonNode answers) {
        AnswerCheck check = new AnswerCheck(sheet);
        check.answers(answers);
        return check.wrong;
    }

    private void answers(JsonNode answers) {
        Map<String, BiFunction<String, JsonNode, Void>> parts = new LinkedHashMap<>();
        if (sheet.has("questions")) {
            parts.put("questions", (path, given) -> texts(path, given, byKey(sheet.get("questions"))));
        }
        switch (sheet.get("kind").asText()) {
            case "grid" -> parts.put("cells", this::cells);
            case "bipolar" -> parts.put("stages", this::stages);
            case "constant_sum" -> {
                parts.put("sums", this::sums);
                if (sheet.has("columns")) {
                    parts.put("cells", this::cells);
                }
            }
            case "ranking" -> {
                parts.put("ticked", (path, given) -> ticked(path, given, rowsOfGroups()));
                parts.put("chosen", (path, given) -> chosen(path, given, answers));
            }
            case "checklist" -> parts.put("ticked", (path, given) -> ticked(path, given, byKey(sheet.get("rows"))));
            case "steps" -> parts.put("steps", (path, given) -> repeated(path, given, sheet.get("steps")));
            case "goals" -> parts.put("goals", (path, given) -> repeated(path, given, sheet.get("goals")));
            case "agreement" -> parts.put("clauses", (path, given) -> texts(path, given, byKey(sheet.get("clauses"))));
            default -> throw new IllegalStateException("no such kind of worksheet");
        }
        each(ROOT, answers, parts.keySet(), (key, given) -> parts.get(key).apply(ROOT + "." + key, given));
    }

    private Void cells(String path, JsonNode given) {
        Map<String, JsonNode> columns = byKey(sheet.get("columns"));
        return each(
                path,
                given,
                byKey(sheet.get("rows")).keySet(),
                (row, cells) -> each(
                        path + "." + row,
                        cells,
                        columns.keySet(),
                        (column, answer) ->
                                say(path + "." + row + "." + column, Cell.wrong(columns.get(column), answer))));
    }

    private Void stages(String path, JsonNode given) {
        Set<String> pairs = byKey(sheet.get("pairs")).keySet();
        return each(
                path,
                given,
                byKey(sheet.get("stages")).keySet(),
                (stage, answers) -> each(
                        path + "." + stage,
                        answers,
                        pairs,
                        (pair, answer) ->
                                say(path + "." + stage + "." + pair, Cell.notWithin(sheet.get("scale"), answer))));
    }

    private Void sums(String path, JsonNode given) {
        Set<String> rows = byKey(sheet.get("rows")).keySet();
        Map<String, JsonNode> sums = byKey(sheet.get("sums"));
        return each(path, given, sums.keySet(), (sum, shares) -> {
            int total = sums.get(sum).get("total").asInt();
            int before = wrong.size();
            each(
                    path + "." + sum,
                    shares,
                    rows,
                    (row, share) -> say(
                            path + "." + sum + "." + row,
                            share.isInt() && share.asInt() >= 0 && share.asInt() <= total
                                    ? null
                                    : "must be a whole number from 0 to " + total));
            if (wrong.size() == before) {
                long all = 0;
                for (JsonNode share : shares) {
                    all += share.asInt();
                }
                boolean whole = shares.size() == rows.size();
                if (whole ? all != total : all > total) {
                    say(path + "." + sum, "must add up to " + total);
                }
            }
            return null;
        });
    }

    private Void ticked(String path, JsonNode given, Map<String, JsonNode> rows) {
        Set<String> seen = new HashSet<>();
        return list(path, given, rows.size(), (at, row) -> {
            if (!row.isTextual() || !rows.containsKey(row.asText())) {
                return say(at, "is no row of the sheet");
            }
            return say(at, seen.add(row.asText()) ? null : "appears before");
        });
    }

    private Void chosen(String path, JsonNode given, JsonNode answers) {
        Map<String, JsonNode> rows = rowsOfGroups();
        Set<String> ticked = new HashSet<>();
        answers.path("ticked").forEach(row -> ticked.add(row.asText()));
        Set<String> seen = new HashSet<>();
        return list(
                path,
                given,
                sheet.get("choose").asInt(),
                (at, one) -> each(at, one, Set.of("row", "answers"), (key, value) -> {
                    if (key.equals("answers")) {
                        return texts(at + ".answers", value, byKey(sheet.path("forEachChosen")));
                    }
                    String row = value.asText();
                    return say(
                            at + ".row",
                            !value.isTextual() || !rows.containsKey(row)
                                    ? "is no row of the sheet"
                                    : !ticked.contains(row)
                                            ? "is not ticked"
                                            : seen.add(row) ? null : "appears before");
                }));
    }

    private Void repeated(String path, JsonNode given, JsonNode what) {
        int minimum = what.get("minimum").asInt();
        if (given.isArray() && given.size() < minimum) {
            say(path, "must be " + minimum + " to " + what.get("maximum").asInt());
        }
        Set<String> keys = new HashSet<>(Set.of("answers"));
        if (what.path("perModule").asBoolean()) {
            keys.add("module");
        }
        if (what.path("dueDate").asBoolean()) {
            keys.add("due");
        }
        return list(
                path,
                given,
                what.get("maximum").asInt(),
                (at, one) -> each(at, one, keys, (key, value) -> switch (key) {
                    case "answers" -> texts(at + ".answers", value, byKey(what.get("ask")));
                    case "due" -> say(at + ".due", Cell.isDay(value) ? null : "must be a day such as 2026-03-02");
                    default -> say(at + ".module", AnswerText.wrong(value));
                }));
    }

    private Void texts(String path, JsonNode given, Map<String, JsonNode> asked) {
        return each(path, given, asked.keySet(), (key, text) -> say(path + "." + key, AnswerText.wrong(text)));
    }

    private Void each(String path, JsonNode given, Set<String> keys, BiFunction<String, JsonNode, Void> check) {
        if (!given.isObject()) {
            return say(path, "must be an object");
        }
        given.fields().forEachRemaining(field -> {
            if (keys.contains(field.getKey())) {
                check.apply(field.getKey(), field.getValue());
            } else {
                say(path, "holds something that the sheet does not ask");
            }
        });
        return null;
    }

    private Void list(String path, JsonNode given, int atMost, BiFunction<String, JsonNode, Void> check) {
        if (!given.isArray()) {
            return say(path, "must be a list");
        }
        if (given.size() > atMost) {
            return say(path, "must be " + atMost + " at most");
        }
        for (int at = 0; at < given.size(); at++) {
            check.apply(path + "[" + at + "]", given.get(at));
        }
        return null;
    }

    private Void say(String path, String message) {
        if (message != null) {
            wrong.add(new Violation(path, message));
        }
        return null;
    }

    private Map<String, JsonNode> rowsOfGroups() {
        Map<String, JsonNode> rows = new HashMap<>();
        sheet.get("groups").forEach(group -> rows.putAll(byKey(group.get("rows"))));
        return rows;
    }

    private static Map<String, JsonNode> byKey(JsonNode things) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        things.forEach(thing -> byKey.put(thing.get("key").asText(), thing));
        return byKey;
    }
}
