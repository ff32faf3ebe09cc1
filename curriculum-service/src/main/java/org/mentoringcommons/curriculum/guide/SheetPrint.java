package org.mentoringcommons.curriculum.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/** A worksheet on paper: the same rows and scales as on the screen, with room to write. */
public final class SheetPrint {

    private static final int LINES_OF_AN_ANSWER = 3;

    private final Html out;
    private final JsonNode sheet;

    private SheetPrint(Html out, JsonNode sheet) {
        this.out = out;
        this.sheet = sheet;
    }

    static void write(Html out, WorksheetFile file) {
        out.raw("<section class=\"sheet\" id=\"sheet-").text(file.key()).raw("\">\n");
        out.raw("<p class=\"kind\">Worksheet</p>\n").element("h2", file.title());
        new SheetPrint(out, file.sheet()).write(file.kind());
        out.raw("</section>\n");
    }

    /** What stands on a sheet that is made to hold names of others. */
    public static Optional<String> confidence(JsonNode sheet) {
        return Optional.of(
                        "Names of others belong on this sheet. They did not choose to be on it: keep it to yourself.")
                .filter(line -> sheet.path("confidential").asBoolean());
    }

    private void write(String kind) {
        out.element("p", sheet.get("purpose").asText());
        confidence(sheet).ifPresent(line -> out.element("p class=\"confidence\"", line));
        out.list("ol class=\"guidance\"", texts(sheet.path("guidance")));
        switch (kind) {
            case "grid" -> table(columns(sheet.get("columns")), labelled(sheet.get("rows")));
            case "bipolar" -> bipolar();
            case "constant_sum" -> constantSum();
            case "ranking" -> ranking();
            case "checklist" -> boxes(sheet.get("rows"));
            case "steps" -> repeated(sheet.get("steps"), "Step");
            case "agreement" -> agreement();
            case "goals" -> repeated(sheet.get("goals"), "Goal");
            default -> throw new IllegalStateException("no such kind of worksheet: " + kind);
        }
        sheet.path("questions")
                .forEach(question -> question(question.get("text").asText()));
        out.raw("<p class=\"private\">This sheet is yours. Nobody sees it unless you show it.</p>\n");
    }

    private void bipolar() {
        List<String> columns = new ArrayList<>();
        JsonNode scale = sheet.get("scale");
        String range = scale.get("minimum").asInt() + "–" + scale.get("maximum").asInt();
        sheet.get("stages").forEach(stage -> columns.add(stage.get("text").asText() + " (" + range + ")"));
        columns.add(scale.get("maximum").asInt() + " means");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode pair : sheet.get("pairs")) {
            List<String> row = new ArrayList<>();
            row.add(pair.get("topic").asText() + ": " + pair.get("left").asText());
            sheet.get("stages").forEach(stage -> row.add(""));
            row.add(pair.get("right").asText());
            rows.add(row);
        }
        table(scale.get("minimum").asInt() + " means", columns, rows);
    }

    private void constantSum() {
        List<String> columns = new ArrayList<>();
        sheet.get("sums")
                .forEach(sum -> columns.add(sum.get("text").asText() + " (all rows together "
                        + sum.get("total").asInt() + ")"));
        columns.addAll(columns(sheet.path("columns")));
        table(columns, labelled(sheet.get("rows")));
    }

    private void ranking() {
        for (JsonNode group : sheet.get("groups")) {
            out.element("h3", group.get("text").asText());
            boxes(group.get("rows"));
        }
        for (int place = 1; place <= sheet.get("choose").asInt(); place++) {
            out.element("h3", "My number " + place);
            answer();
            sheet.path("forEachChosen").forEach(ask -> question(ask.get("text").asText()));
        }
    }

    private void agreement() {
        for (JsonNode clause : sheet.get("clauses")) {
            out.raw("<div class=\"clause\">\n").element("h3", clause.get("text").asText());
            question(clause.get("prompt").asText());
            out.raw("</div>\n");
        }
        out.element(
                "p", "We review this after " + sheet.get("review").get("months").asInt() + " months, on: ________");
        out.element("p", sheet.get("ending").asText());
        for (int number = 1; number <= sheet.get("signatures").asInt(); number++) {
            out.raw("<p class=\"signature\">Signature and date</p>\n");
        }
    }

    private void repeated(JsonNode what, String word) {
        for (int number = 1; number <= what.get("maximum").asInt(); number++) {
            out.raw("<div class=\"clause\">\n").element("h3", word + " " + number);
            what.get("ask").forEach(ask -> question(ask.get("text").asText()));
            if (what.path("dueDate").asBoolean()) {
                out.element("p", "Due on: ________");
            }
            out.raw("</div>\n");
        }
    }

    private void boxes(JsonNode rows) {
        out.list("ul class=\"boxes\"", labelled(rows));
    }

    private void question(String words) {
        out.element("p class=\"ask\"", words);
        answer();
    }

    private void answer() {
        out.raw("<div class=\"answer\">")
                .raw("<span></span>".repeat(LINES_OF_AN_ANSWER))
                .raw("</div>\n");
    }

    private void table(List<String> columns, List<String> rows) {
        table(
                "",
                columns,
                rows.stream()
                        .map(row -> {
                            List<String> cells = new ArrayList<>(List.of(row));
                            cells.addAll(Collections.nCopies(columns.size(), ""));
                            return cells;
                        })
                        .toList());
    }

    private void table(String corner, List<String> columns, List<List<String>> rows) {
        out.raw("<table class=\"fill\">\n<thead><tr>").element("th scope=\"col\"", corner);
        columns.forEach(column -> out.element("th scope=\"col\"", column));
        out.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            out.raw("<tr>").element("th scope=\"row\"", row.get(0));
            row.subList(1, row.size()).forEach(cell -> out.element("td", cell));
            out.raw("</tr>\n");
        }
        out.raw("</tbody>\n</table>\n");
    }

    private static List<String> columns(JsonNode columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> {
            JsonNode scale = column.path("scale");
            names.add(column.get("text").asText()
                    + (scale.isObject()
                            ? " (" + scale.get("minimum").asInt() + "–"
                                    + scale.get("maximum").asInt() + ")"
                            : ""));
        });
        return names;
    }

    private static List<String> labelled(JsonNode rows) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.get("text").asText()));
        return names;
    }

    private static List<String> texts(JsonNode entries) {
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
