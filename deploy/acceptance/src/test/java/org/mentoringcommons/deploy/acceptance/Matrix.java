package org.mentoringcommons.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every stranger was answered by every operation, to be read: Markdown and CSV in {@code target/isolation}. */
final class Matrix {

    private static final Path FOLDER = Path.of("target", "isolation");
    private static final String HEAD =
            """
            # Isolation

            Every operation of every service, called with valid requests on real things of one institution by people and
            portals who do not belong there. A cell says what they were answered, after ✗ what they should have been.
            `·`: not refused, and rightly (a role the operation names, something shared by all, or the caller's own).

            """;

    private final List<String> columns = new ArrayList<>();
    private final Map<String, Map<String, String>> rows = new TreeMap<>();

    synchronized void note(Operation operation, String column, String cell) {
        if (!columns.contains(column)) {
            columns.add(column);
        }
        rows.computeIfAbsent(operation.toString(), name -> new TreeMap<>()).put(column, cell);
    }

    void write() {
        List<String> markdown = new ArrayList<>();
        List<String> csv = new ArrayList<>();
        markdown.add(row("operation", columns));
        markdown.add(row("---", columns.stream().map(column -> "---").toList()));
        csv.add("operation," + String.join(",", columns));
        rows.forEach((operation, cells) -> {
            List<String> values = columns.stream()
                    .map(column -> cells.getOrDefault(column, "·"))
                    .toList();
            markdown.add(row(operation, values));
            csv.add("\"" + operation + "\","
                    + values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",")));
        });
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("isolation.md"), HEAD + String.join("\n", markdown) + "\n");
            Files.write(FOLDER.resolve("isolation.csv"), csv);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }
}
