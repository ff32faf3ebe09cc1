package org.mentoringcommons.survey.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.tenancy.Refusal;

/**
 * What is wrong, as the page says it: one sentence or more a field, in the reader's language. The words for a violation
 * are found by its message with the numbers taken out: "outside 1–7" is {@code error.outside-n-n} with 1 and 7.
 */
record FieldErrors(Map<String, String> byField) {

    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d\\d-\\d\\d|-?\\d+(?:\\.\\d+)?");

    static FieldErrors of(List<Refusal.Violation> violations, Wording w) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Refusal.Violation violation : violations) {
            // answers.x.now and answers.x.then both belong to answers.x
            String[] path = violation.field().split("\\.", 3);
            String field = path.length > 1 ? path[0] + "." + path[1] : path[0];
            errors.merge(
                    field,
                    sentence(path, violation.message(), w),
                    (one, other) -> one.contains(other) ? one : one + " " + other);
        }
        return new FieldErrors(errors);
    }

    String of(String field) {
        return byField.get(field);
    }

    int count() {
        return byField.size();
    }

    /** The key of the words for a message. */
    static String key(String message) {
        return "error."
                + NUMBER.matcher(message)
                        .replaceAll("n")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private static String sentence(String[] path, String message, Wording w) {
        String half = path.length < 3
                ? ""
                : switch (path[2]) {
                    case "then" -> ".then";
                    case "now" -> ".now";
                    default -> "";
                };
        if (message.equals("the other half of the pair is answered, this one is not")) {
            return w.say("error.half" + half);
        }
        String about = w.say("error.about" + half);
        String key = key(message);
        if (!w.knows(key)) {
            return w.sayWith("error.other", about);
        }
        List<Object> values = new ArrayList<>(List.of(about));
        Matcher numbers = NUMBER.matcher(message);
        while (numbers.find()) {
            values.add(numbers.group());
        }
        return w.sayWith(key, values.toArray());
    }
}
