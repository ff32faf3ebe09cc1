package org.mentoringcommons.survey.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Progress;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.ConsentText;
import org.mentoringcommons.tenancy.Refusal;

/**
 * The form page: what is asked, what was filled in so far, and what is wrong with it.
 *
 * @param w the words in the reader's language
 * @param changed whether the consent text is another than the one the answers were typed under
 * @param notice what is to be said of saving, or null
 * @param draftRevision which revision of the draft is shown; 0 for none
 * @param revision which revision of an answer is being corrected; 0 for none
 * @param receipt the code the page carries along
 * @param asked the language of the questions
 * @param parts how many sections there are
 * @param researchError what is wrong with the answer to the research question, or null
 */
record FormPageView(
        Wording w,
        String title,
        String institution,
        String openUntil,
        ConsentText consent,
        String consentVersion,
        List<Language> languages,
        boolean changed,
        boolean declined,
        String notice,
        int draftRevision,
        int revision,
        boolean countUnfinished,
        String receipt,
        String research,
        String researchError,
        String asked,
        Progress progress,
        int parts,
        List<Field> fields,
        int errors,
        String attention) {

    /** A language the page can be shown in. */
    record Language(String tag, String name, boolean shown) {}

    /**
     * @param language of the consent text, one that it has
     * @param notice what to say of saving: {@code saved}, {@code resumed} or {@code elsewhere}; null for nothing
     * @param changed whether the reader has seen only an earlier text, and is to decide anew
     */
    static FormPageView of(
            Form form,
            String language,
            String receipt,
            FormFields sent,
            boolean changed,
            List<Refusal.Violation> violations,
            String notice) {
        Wording w = Wording.in(language);
        FieldErrors errors = FieldErrors.of(violations, w);
        String asked = form.languageBeside(language);
        List<Field> fields = fields(form.questionnaire().items(asked), sent, errors, w);
        return new FormPageView(
                w,
                form.questionnaire().title(asked),
                form.institution(),
                // the window ends with a midnight; people think of the day before it
                w.sayWith(
                        "form.open-until",
                        w.day(form.closesAt()
                                .minusMillis(1)
                                .atZone(form.timeZone())
                                .toLocalDate())),
                form.consent().in(language).orElseThrow(),
                form.consent().version(),
                form.consent().languages().stream()
                        .map(tag -> new Language(tag, name(tag), tag.equals(language)))
                        .toList(),
                changed,
                form.declined(),
                notice == null ? null : w.say("form.draft." + notice),
                sent.draftRevision(),
                sent.revision(),
                sent.has("countUnfinished"),
                receipt,
                changed ? "" : sent.value("research"),
                errors.of("research"),
                asked,
                form.definition().progress(sent.answers(form.definition())),
                (int) fields.stream().filter(field -> field.heading() != null).count(),
                fields,
                errors.count(),
                errors.count() == 1 ? w.say("form.errors.one") : w.sayWith("form.errors.many", errors.count()));
    }

    private static List<Field> fields(List<Item> items, FormFields sent, FieldErrors errors, Wording w) {
        Map<String, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        ConditionWords conditions = new ConditionWords(byKey, w);
        List<Field> fields = new ArrayList<>();
        String section = null;
        int part = 0;
        for (Item item : items) {
            String heading = item.section() == null || item.section().equals(section) ? null : item.section();
            section = item.section() == null ? section : item.section();
            part += heading == null ? 0 : 1;
            String applies = item.when() == null ? null : conditions.of(item.when());
            fields.add(Field.of(item, heading, part, applies, errors.of("answers." + item.key()), sent, w));
        }
        return fields;
    }

    public String progressSaid() {
        return w.sayWith("form.progress", progress.answered(), progress.asked());
    }

    /** Which part begins with this field; empty if there is only one. */
    public String partSaid(Field field) {
        return parts < 2 ? "" : w.sayWith("form.part", field.part(), parts);
    }

    /** The attribute of what is not in the page's language. */
    public String lang() {
        return asked.equals(w.language()) ? "" : " lang=\"" + asked + "\" dir=\"auto\"";
    }

    /** Those of the fields that need attention, in their order. */
    public List<Field> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    /** As its speakers call it. */
    private static String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    public boolean researchYes() {
        return research.equals("yes");
    }

    public boolean researchNo() {
        return research.equals("no");
    }
}
