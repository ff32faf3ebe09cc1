package org.mentoringcommons.survey.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.coding.Codebook;
import org.mentoringcommons.survey.redaction.Span;
import org.mentoringcommons.tenancy.Refusal;

/** Reads what was typed and ticked on a screen. */
final class Numbers {

    private static final String APART = "[\\s,;]+";

    /** What a word goes on with; not where words are written without spaces between them. */
    private static final String WITHIN =
            "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]";

    private static final Pattern BEGINS_WITHIN = Pattern.compile("^" + WITHIN);
    private static final Pattern ENDS_WITHIN = Pattern.compile(WITHIN + "$");

    private Numbers() {}

    /** The codes whose numbers were typed, and else those ticked. */
    static List<String> codes(Sent sent, Codebook codebook) {
        Set<String> codes = new LinkedHashSet<>();
        if (sent.typed().isEmpty()) {
            codes.addAll(sent.chosen());
        } else {
            for (String digits : sent.typed().split(APART)) {
                codes.add(code(digits, codebook.codes()));
            }
        }
        if (codes.isEmpty()) {
            throw Refusal.badRequest("codes-missing", "There is no code")
                    .violation("typed", "is required")
                    .problem();
        }
        return List.copyOf(codes);
    }

    private static String code(String digits, List<Code> codes) {
        int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > codes.size()) {
            throw Refusal.badRequest("number-unknown", "No code has this number")
                    .violation("typed", "must be numbers from 1 to " + codes.size())
                    .problem();
        }
        return codes.get(number - 1).code();
    }

    /** The suggested parts that are ticked. */
    static List<Span> spans(Sent sent) {
        List<Span> spans = new ArrayList<>();
        for (String chosen : sent.chosen()) {
            String[] parts = chosen.split("-", 3);
            try {
                spans.add(new Span(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]), Span.Kind.valueOf(parts[2])));
            } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
                throw Refusal.badRequest("spans-unfit", "These are no parts of the text")
                        .violation("chosen", "does not fit")
                        .problem();
            }
        }
        return spans;
    }

    /**
     * Adds every place where the words that were typed, separated by semicolons, stand as whole words, unless it is in a
     * part already.
     */
    static void words(Sent sent, String text, List<Span> spans) {
        for (String words : sent.typed().split(";")) {
            String wanted = words.strip();
            if (wanted.isEmpty()) {
                continue;
            }
            List<MatchResult> places = places(wanted, text);
            if (places.isEmpty()) {
                throw Refusal.badRequest("words-not-in-text", "These words are not in the text")
                        .violation("typed", "must be words of the text")
                        .problem();
            }
            for (MatchResult place : places) {
                Span found = new Span(place.start(), place.end(), Span.Kind.OTHER);
                spans.removeIf(span -> span.start() >= found.start() && span.end() <= found.end());
                if (spans.stream().noneMatch(span -> span.overlaps(found))) {
                    spans.add(found);
                }
            }
        }
    }

    private static List<MatchResult> places(String wanted, String text) {
        String begin = BEGINS_WITHIN.matcher(wanted).find() ? "(?<!" + WITHIN + ")" : "";
        String end = ENDS_WITHIN.matcher(wanted).find() ? "(?!" + WITHIN + ")" : "";
        return Pattern.compile(begin + Pattern.quote(wanted) + end)
                .matcher(text)
                .results()
                .toList();
    }
}
