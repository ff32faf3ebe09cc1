package org.mentoringcommons.survey.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.dataset.RedcapField.Bounds;
import org.mentoringcommons.survey.dataset.RedcapField.Type;
import org.mentoringcommons.survey.instrument.Item;
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
    private final List<RedcapField> all = new ArrayList<>();
    private final List<RedcapField> pre = new ArrayList<>();
    private final List<RedcapField> post = new ArrayList<>();
    private Object matrix;
    private String heading = "";

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
            project.add(item.item(), item.item().match(new RedcapFields(forms.get(first), columns)));
        }
        project.endMatrix();
        return List.copyOf(project.all);
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
            take(new RedcapField(
                    first ? "record_id" : column.name(),
                    ABOUT,
                    "",
                    type,
                    column.source().label(),
                    Map.of(),
                    bounds,
                    "",
                    List.of(column)));
        }
    }

    private record Together(String form, String section, Map<Integer, String> choices) {}

    private void add(Item item, List<RedcapField> fields) {
        if (!(item instanceof ThenNow)) {
            endMatrix();
            fields.forEach(this::take);
            return;
        }
        RedcapField before = fields.get(0);
        Together together = new Together(before.form(), before.section(), before.choices());
        if (!together.equals(matrix)) {
            endMatrix();
            matrix = together;
        }
        pre.add(before);
        post.add(fields.get(1));
    }

    private void endMatrix() {
        if (!pre.isEmpty()) {
            String group = matrices.next(pre.get(0).name().replaceAll("_pre$", ""));
            pre.forEach(field -> take(inMatrix(field, group + "_pre")));
            post.forEach(field -> take(inMatrix(field, group + "_post")));
            pre.clear();
            post.clear();
        }
        matrix = null;
    }

    private static RedcapField inMatrix(RedcapField field, String group) {
        return new RedcapField(
                field.name(),
                field.form(),
                field.section(),
                field.type(),
                field.label(),
                field.choices(),
                field.bounds(),
                group,
                field.columns());
    }

    /** Gives it its name, and a heading if it begins a section; every column is named after it. */
    private void take(RedcapField field) {
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
        String shown = section.equals(heading) ? "" : field.section();
        heading = section;
        all.add(new RedcapField(
                name,
                field.form(),
                shown,
                field.type(),
                field.label(),
                field.choices(),
                field.bounds(),
                field.matrix(),
                columns));
    }
}
