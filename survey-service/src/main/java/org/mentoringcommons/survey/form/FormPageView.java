package org.mentoringcommons.survey.form;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringcommons.survey.protocol.Consent;
import org.mentoringcommons.tenancy.Refusal;

/**
 * The form page: what is asked, what was filled in so far, and what is wrong with it.
 *
 * @param receipt the code the page carries along
 * @param researchError what is wrong with the answer to the research question, or null
 */
record FormPageView(
        String title,
        String institution,
        String closes,
        Consent consent,
        String receipt,
        String research,
        String researchError,
        List<Field> fields,
        int errors) {

    private static final DateTimeFormatter LAST_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static FormPageView of(Form form, String receipt, FormFields sent, List<Refusal.Violation> violations) {
        Map<String, String> errors = byItem(violations);
        List<Field> fields = new ArrayList<>();
        String section = null;
        for (var item : form.definition().items()) {
            String heading = item.section() == null || item.section().equals(section) ? null : item.section();
            section = item.section() == null ? section : item.section();
            fields.add(Field.of(item, heading, errors.get("answers." + item.key()), sent));
        }
        return new FormPageView(
                form.title(),
                form.institution(),
                // the window ends with a midnight; people think of the day before it
                LAST_DAY.format(form.closesAt().minusMillis(1).atZone(form.timeZone())),
                form.consent(),
                receipt,
                sent.value("research"),
                errors.get("research"),
                fields,
                errors.size());
    }

    public boolean researchYes() {
        return research.equals("yes");
    }

    public boolean researchNo() {
        return research.equals("no");
    }

    /** One sentence an item: {@code answers.x.now} and {@code answers.x.then} both belong to {@code answers.x}. */
    private static Map<String, String> byItem(List<Refusal.Violation> violations) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Refusal.Violation violation : violations) {
            String[] path = violation.field().split("\\.", 3);
            String item = path.length > 1 ? path[0] + "." + path[1] : path[0];
            errors.merge(item, sentence(path, violation.message()), (one, other) -> one + " " + other);
        }
        return errors;
    }

    private static String sentence(String[] path, String message) {
        String about = path.length < 3 ? "This answer " : path[2].equals("then") ? "“Before” " : "“Now” ";
        return switch (message) {
            case "is required" -> "Please answer this question.";
            case "the other half of the pair is answered, this one is not" ->
                (path.length > 2 && path[2].equals("then") ? "“Before the workshop”" : "“Now”")
                        + " is missing: please choose both, or leave out both.";
            default -> about + (message.startsWith("outside") ? "is " + message : message) + ".";
        };
    }
}
