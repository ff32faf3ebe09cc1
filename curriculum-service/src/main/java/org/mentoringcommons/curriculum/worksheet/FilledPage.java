package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.curriculum.guide.GuidePage;
import org.mentoringcommons.curriculum.guide.Html;
import org.mentoringcommons.curriculum.guide.SheetPrint;

/** A sheet as it was filled in, to be read or printed. */
public final class FilledPage {

    private static final String EMPTY = "–";

    private final JsonNode sheet;
    private final JsonNode answers;
    private final Html out = new Html();

    private FilledPage(JsonNode sheet, JsonNode answers) {
        this.sheet = sheet;
        this.answers = answers;
    }

    static Response.ResponseBuilder answer(JsonNode sheet, JsonNode answers) {
        return GuidePage.answer(of(sheet, answers, List.of()));
    }

    /** The page, with lines of its own below. */
    public static String of(JsonNode sheet, JsonNode answers, List<String> below) {
        return new FilledPage(sheet, answers).write(below);
    }

    private String write(List<String> below) {
        String title = sheet.get("title").asText();
        out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .element("title", title);
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n");
        out.raw(GuidePage.STYLE).raw("</style>\n</head>\n<body>\n<main>\n").element("h1", title);
        out.element("p", sheet.get("purpose").asText());
        SheetPrint.confidence(sheet).ifPresent(line -> out.element("p", line));
        switch (sheet.get("kind").asText()) {
            case "grid" -> table(sheet.get("rows"), List.of("cells"));
            case "bipolar" -> bipolar();
            case "constant_sum" -> table(sheet.get("rows"), List.of("sums", "cells"));
            case "ranking" -> ranking();
            case "checklist" -> ticks(sheet.get("rows"));
            case "steps" -> repeated(sheet.get("steps"), answers.path("steps"), "Step");
            case "goals" -> repeated(sheet.get("goals"), answers.path("goals"), "Goal");
            case "agreement" -> {
                asked(sheet.get("clauses"), answers.path("clauses"));
                out.element("p", sheet.get("ending").asText());
            }
            default -> throw new IllegalStateException("no such kind of worksheet");
        }
        asked(sheet.path("questions"), answers.path("questions"));
        below.forEach(line -> out.element("p", line));
        return out.raw("</main>\n</body>\n</html>\n").toString();
    }

    /** Rows against columns, and sums before them. */
    private void table(JsonNode rows, List<String> parts) {
        out.raw("<table class=\"fill\">\n<thead><tr>").element("th scope=\"col\"", "");
        if (parts.contains("sums")) {
            sheet.path("sums")
                    .forEach(sum ->
                            out.element("th scope=\"col\"", sum.get("text").asText()));
        }
        sheet.path("columns")
                .forEach(column ->
                        out.element("th scope=\"col\"", column.get("text").asText()));
        out.raw("</tr></thead>\n<tbody>\n");
        for (JsonNode row : rows) {
            String key = row.get("key").asText();
            List<JsonNode> cells = new ArrayList<>();
            if (parts.contains("sums")) {
                sheet.path("sums")
                        .forEach(sum -> cells.add(answers.path("sums")
                                .path(sum.get("key").asText())
                                .path(key)));
            }
            sheet.path("columns")
                    .forEach(column -> cells.add(answers.path("cells")
                            .path(key)
                            .path(column.get("key").asText())));
            row(row.get("text").asText(), cells);
        }
        out.raw("</tbody>\n</table>\n");
    }

    private void bipolar() {
        out.raw("<table class=\"fill\">\n<thead><tr>").element("th scope=\"col\"", "");
        sheet.get("stages")
                .forEach(stage ->
                        out.element("th scope=\"col\"", stage.get("text").asText()));
        out.raw("</tr></thead>\n<tbody>\n");
        for (JsonNode pair : sheet.get("pairs")) {
            List<JsonNode> cells = new ArrayList<>();
            sheet.get("stages")
                    .forEach(stage -> cells.add(answers.path("stages")
                            .path(stage.get("key").asText())
                            .path(pair.get("key").asText())));
            row(
                    pair.get("topic").asText() + ": " + pair.get("left").asText() + " / "
                            + pair.get("right").asText(),
                    cells);
        }
        out.raw("</tbody>\n</table>\n");
    }

    private void row(String name, List<JsonNode> cells) {
        out.raw("<tr>").element("th scope=\"row\"", name);
        cells.forEach(cell -> out.element("td", said(cell)));
        out.raw("</tr>\n");
    }

    private void ranking() {
        Map<String, String> texts = new HashMap<>();
        for (JsonNode group : sheet.get("groups")) {
            out.element("h2", group.get("text").asText());
            ticks(group.get("rows"));
            group.get("rows")
                    .forEach(row ->
                            texts.put(row.get("key").asText(), row.get("text").asText()));
        }
        int place = 1;
        for (JsonNode chosen : answers.path("chosen")) {
            out.element(
                    "h2",
                    "Number " + place++ + ": "
                            + texts.getOrDefault(chosen.path("row").asText(), ""));
            asked(sheet.path("forEachChosen"), chosen.path("answers"));
        }
    }

    private void ticks(JsonNode rows) {
        Set<String> ticked = new HashSet<>();
        answers.path("ticked").forEach(row -> ticked.add(row.asText()));
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add((ticked.contains(row.get("key").asText()) ? "☑ " : "☐ ")
                + row.get("text").asText()));
        out.list("ul", lines);
    }

    private void repeated(JsonNode what, JsonNode given, String word) {
        int number = 1;
        for (JsonNode one : given) {
            out.element("h2", word + " " + number++);
            asked(what.get("ask"), one.path("answers"));
            for (String more : List.of("module", "due")) {
                if (one.has(more)) {
                    out.element(
                            "p",
                            (more.equals("due") ? "Due on: " : "Module: ")
                                    + one.get(more).asText());
                }
            }
        }
    }

    private void asked(JsonNode questions, JsonNode given) {
        for (JsonNode question : questions) {
            out.element("h3", question.get("text").asText());
            out.element("p", said(given.path(question.get("key").asText())));
        }
    }

    private static String said(JsonNode answer) {
        return answer.isBoolean() ? (answer.asBoolean() ? "☑" : "☐") : answer.isMissingNode() ? EMPTY : answer.asText();
    }
}
