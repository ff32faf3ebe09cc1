package org.mentoringcommons.survey.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.dataset.RedcapField.Bounds;
import org.mentoringcommons.survey.dataset.RedcapField.Type;
import org.mentoringcommons.survey.instrument.ThenNow;

/**
 * The fields of a REDCap project, by forms: one about the wave, then one an instrument. Pairs that follow each other and are
 * answered alike become two matrices, of all their {@code _pre} and all their {@code _post} fields.
 */
final class RedcapProject {

    private static final String ABOUT = "about_the_wave";
    private static final List<String> RESERVED = List.of(
            "redcap_event_name",
            "redcap_repeat_instrument",
            "redcap_repeat_instance",
            "redcap_data_access_group",
            "redcap_survey_identifier");

    private final Dataset dataset;
    private final Names names = Names.ofRedcap();
    private final Names matrices = Names.ofRedcapGroups();
    private final RedcapLogic logic = new RedcapLogic();
    private final List<Made> all = new ArrayList<>();
    private final List<Made> pre = new ArrayList<>();
    private final List<Made> post = new ArrayList<>();
    private Object matrix;
    private String heading = "";

    /** @param item what it was made of; null of what is about the wave */
    private record Made(AskedItem item, RedcapField field) {

        Made as(RedcapField other) {
            return new Made(item, other);
        }
    }

    private RedcapProject(Dataset dataset) {
        this.dataset = dataset;
    }

    static List<RedcapField> of(Dataset dataset) {
        RedcapProject project = new RedcapProject(dataset);
        Map<Form, String> forms = project.forms();
        RESERVED.forEach(project.names::next);
        forms.values().forEach(form -> project.names.next(form + "_complete"));
        project.names.next(ABOUT + "_complete");
        project.aboutTheWave();
        int number = forms.size();
        for (AskedItem item : dataset.items()) {
            Form first = dataset.forms().stream()
                    .filter(item.asking()::containsKey)
                    .findFirst()
                    .orElseThrow();
            List<Column> columns = new ItemColumns(item, number, dataset.codes(item.item())).build();
            project.add(item, item.item().match(new RedcapFields(forms.get(first), columns)));
        }
        project.endMatrix();
        return project.all.stream().map(project::shown).toList();
    }

    /** Now that every field has its name. */
    private RedcapField shown(Made made) {
        RedcapField field = made.field();
        if (made.item() == null) {
            return field;
        }
        return logic.of(made.item())
                .map(field::shownIf)
                .orElseGet(() -> field.named(
                        field.name(),
                        field.section(),
                        field.columns().stream()
                                .map(column -> column.named(
                                        column.name(),
                                        List.of("always shown: the instruments that ask it do so under different"
                                                + " conditions")))
                                .toList()));
    }

    private Map<Form, String> forms() {
        Names taken = Names.ofRedcapGroups();
        taken.next(ABOUT);
        Map<Form, String> forms = new LinkedHashMap<>();
        dataset.forms()
                .forEach(form -> forms.put(
                        form,
                        taken.next(form.instrument().key() + "_"
                                + form.instrument().version())));
        return forms;
    }

    private void aboutTheWave() {
        for (Column column : Columns.aboutTheWave(dataset)) {
            boolean first = all.isEmpty();
            Type type = column.name().equals("unfinished") ? Type.YESNO : Type.TEXT;
            Bounds bounds = column.name().equals("workshop_day") ? new Bounds("date_ymd", null, null) : Bounds.NONE;
            take(new Made(
                    null,
                    new RedcapField(
                            first ? "record_id" : column.name(),
                            ABOUT,
                            "",
                            type,
                            column.source().label(),
                            Map.of(),
                            bounds,
                            "",
                            List.of(column))));
        }
    }

    private record Together(String form, String section, Map<Integer, String> choices) {}

    private void add(AskedItem item, List<RedcapField> fields) {
        if (!(item.item() instanceof ThenNow)) {
            endMatrix();
            fields.forEach(field -> take(new Made(item, field)));
            return;
        }
        RedcapField before = fields.get(0);
        Together together = new Together(before.form(), before.section(), before.choices());
        if (!together.equals(matrix)) {
            endMatrix();
            matrix = together;
        }
        pre.add(new Made(item, before));
        post.add(new Made(item, fields.get(1)));
    }

    private void endMatrix() {
        if (!pre.isEmpty()) {
            String group = matrices.next(pre.get(0).field().name().replaceAll("_pre$", ""));
            pre.forEach(made -> take(made.as(made.field().inMatrix(group + "_pre"))));
            post.forEach(made -> take(made.as(made.field().inMatrix(group + "_post"))));
            pre.clear();
            post.clear();
        }
        matrix = null;
    }

    /** Gives it its name, and a heading if it begins a section; every column is named after it. */
    private void take(Made made) {
        RedcapField field = made.field();
        String name = names.next(field.name());
        List<String> notes = new ArrayList<>();
        if (!name.equalsIgnoreCase(field.name())) {
            notes.add("named so because " + field.name() + " is taken, too long or no name of a field");
        }
        if (field.changesChoices()) {
            notes.add("bars and line ends in labels of choices are / and blanks");
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : field.columns()) {
            columns.add(
                    column.named(field.type() == Type.CHECKBOX ? name + "___" + (columns.size() + 1) : name, notes));
        }
        String section = field.form() + "/" + field.section();
        RedcapField taken = field.named(name, section.equals(heading) ? "" : field.section(), columns);
        heading = section;
        all.add(made.as(taken));
        if (made.item() != null) {
            logic.became(made.item(), taken);
        }
    }
}
