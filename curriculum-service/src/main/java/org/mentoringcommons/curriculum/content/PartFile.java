package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A part as its author writes it: YAML front matter between two lines of {@code ---}, then Markdown. A line {@value
 * #DIVIDER} in it divides what everyone reads from what facilitators alone read.
 */
public final class PartFile {

    public static final String DIVIDER = "<!-- for facilitators -->";
    private static final String FENCE = "---";
    private static final int CHARACTERS_AT_MOST = 100_000;

    private PartFile() {}

    /** A part of a file known to be right. */
    public static Part read(String key, String text) {
        Faults faults = new Faults();
        return read(key, key, text, faults)
                .orElseThrow(() -> new IllegalStateException("a stored part cannot be read: " + key));
    }

    /** The part, unless something is wrong, which is added to the faults of the file. */
    static Optional<Part> read(String file, String key, String text, Faults faults) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.get(0).equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            faults.add(file, 1, "must begin with front matter between two lines of ---");
            return Optional.empty();
        }
        if (text.length() > CHARACTERS_AT_MOST) {
            faults.add(file, 0, "is longer than " + CHARACTERS_AT_MOST + " characters");
            return Optional.empty();
        }
        List<String> below = lines.subList(end + 1, lines.size());
        checkMarkdown(file, below, end + 2, faults);
        // an empty line in place of the fence, so that lines are counted as in the file
        String front = "\n" + String.join("\n", lines.subList(1, end)) + "\n";
        Optional<JsonNode> node = Schemas.PART.read(file, front, faults);
        return node.map(Schemas.PART.as(FrontMatter.class)).map(matter -> part(key, matter, below));
    }

    private static Part part(String key, FrontMatter matter, List<String> below) {
        int divider = below.indexOf(DIVIDER);
        List<String> body = divider < 0 ? below : below.subList(0, divider);
        List<String> facilitation = divider < 0 ? List.of() : below.subList(divider + 1, below.size());
        return matter.part(key, joined(body), joined(facilitation));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    private static void checkMarkdown(String file, List<String> below, int firstLine, Faults faults) {
        int divider = below.indexOf(DIVIDER);
        if (divider < 0) {
            Markdown.check(file, String.join("\n", below), firstLine, faults);
            return;
        }
        Markdown.check(file, String.join("\n", below.subList(0, divider)), firstLine, faults);
        Markdown.check(
                file, String.join("\n", below.subList(divider + 1, below.size())), firstLine + divider + 1, faults);
    }
}
