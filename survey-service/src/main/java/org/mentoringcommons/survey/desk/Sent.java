package org.mentoringcommons.survey.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.tenancy.Refusal;

/**
 * What a screen sends.
 *
 * @param last the text coded before this one, which can be taken back; null if there is none
 * @param deed what is to be done
 * @param typed numbers of codes, or words to take out
 * @param chosen codes, or suggested parts, that are ticked
 */
record Sent(
        UUID protocol,
        String item,
        UUID text,
        UUID last,
        Deed deed,
        int revision,
        String typed,
        List<String> chosen,
        String note) {

    /** What can be done on a screen. */
    enum Deed {
        REDACT,
        CODE,
        SETTLE,
        UNDO
    }

    private static final Pattern KEY = Pattern.compile(Keys.KEY);
    private static final String TAKE_BACK = "u";

    static Sent of(MultivaluedMap<String, String> body) {
        String item = value(body, "item");
        if (!KEY.matcher(item).matches()) {
            throw unreadable("item");
        }
        String typed = value(body, "typed").strip();
        Deed deed = deed(value(body, "do"));
        return new Sent(
                id(body, "protocol"),
                item,
                value(body, "text").isEmpty() ? null : id(body, "text"),
                value(body, "last").isEmpty() ? null : id(body, "last"),
                typed.equalsIgnoreCase(TAKE_BACK) ? Deed.UNDO : deed,
                number(value(body, "revision")),
                typed,
                body.getOrDefault("chosen", List.of()),
                value(body, "note").strip());
    }

    private static Deed deed(String word) {
        return Stream.of(Deed.values())
                .filter(deed -> deed.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> unreadable("do"));
    }

    private static UUID id(MultivaluedMap<String, String> body, String field) {
        try {
            return UUID.fromString(value(body, field));
        } catch (IllegalArgumentException malformed) {
            throw unreadable(field);
        }
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static String value(MultivaluedMap<String, String> body, String field) {
        String value = body.getFirst(field);
        return value == null ? "" : value;
    }

    private static RuntimeException unreadable(String field) {
        return Refusal.badRequest("screen-unreadable", "This is no screen of ours")
                .violation(field, "does not fit")
                .problem();
    }
}
