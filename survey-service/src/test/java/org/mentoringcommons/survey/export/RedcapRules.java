package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What REDCap asks of a data dictionary and of records, as its import checks it. */
final class RedcapRules {

    private static final String HEADINGS =
            """
            Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",\
            Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,\
            Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),\
            Matrix Group Name,Matrix Ranking?,Field Annotation""";
    private static final Set<String> TYPES = Set.of(
            "text",
            "notes",
            "radio",
            "checkbox",
            "dropdown",
            "calc",
            "file",
            "yesno",
            "truefalse",
            "slider",
            "descriptive");
    private static final Set<String> VALIDATIONS = Set.of("", "integer", "number", "date_ymd");
    private static final Set<String> CHOOSING = Set.of("radio", "checkbox", "dropdown");

    private final List<Map<String, String>> fields;
    private final Map<String, Map<String, String>> choices = new LinkedHashMap<>();

    RedcapRules(String dictionary) {
        assertThat(dictionary.lines().findFirst().orElseThrow()).isEqualTo(HEADINGS);
        fields = Exporting.lines(dictionary);
    }

    private static String name(Map<String, String> field) {
        return field.get("Variable / Field Name");
    }

    private static String type(Map<String, String> field) {
        return field.get("Field Type");
    }

    void check() {
        assertThat(name(fields.get(0))).isEqualTo("record_id");
        assertThat(fields)
                .extracting(RedcapRules::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z](?:[a-z0-9]|_(?=[a-z0-9])){0,99}"));
        Set<String> left = new HashSet<>();
        String form = "";
        for (Map<String, String> field : fields) {
            String own = field.get("Form Name");
            assertThat(own).matches("[a-z][a-z0-9_]{0,63}");
            if (!own.equals(form)) {
                assertThat(left.add(form)).isTrue();
                assertThat(left).as("fields of a form stand together").doesNotContain(own);
                form = own;
            }
            assertThat(TYPES).contains(type(field));
            assertThat(VALIDATIONS).contains(field.get("Text Validation Type OR Show Slider Number"));
            assertThat(field.get("Field Label")).isNotBlank();
            String written = field.get("Choices, Calculations, OR Slider Labels");
            assertThat(written.isEmpty()).as(name(field)).isEqualTo(!CHOOSING.contains(type(field)));
            choices.put(name(field), read(written));
        }
        matrices();
    }

    private static Map<String, String> read(String written) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String choice : written.isEmpty() ? new String[0] : written.split(" \\| ")) {
            String[] parts = choice.split(", ", 2);
            assertThat(parts).as(choice).hasSize(2);
            assertThat(parts[0]).matches("-?[0-9]+|[A-Za-z0-9_]+");
            assertThat(choices.put(parts[0], parts[1])).isNull();
        }
        return choices;
    }

    private void matrices() {
        List<String> groups = new ArrayList<>();
        Map<String, String> shape = new LinkedHashMap<>();
        for (Map<String, String> field : fields) {
            String group = field.get("Matrix Group Name");
            if (group.isEmpty()) {
                groups.add("");
                continue;
            }
            assertThat(group).matches("[a-z][a-z0-9_]{0,59}");
            assertThat(type(field)).isIn("radio", "checkbox");
            boolean goesOn = !groups.isEmpty() && groups.get(groups.size() - 1).equals(group);
            assertThat(goesOn || !groups.contains(group))
                    .as("fields of a matrix stand together")
                    .isTrue();
            String form = type(field) + field.get("Choices, Calculations, OR Slider Labels");
            assertThat(shape.computeIfAbsent(group, none -> form)).isEqualTo(form);
            groups.add(group);
        }
    }

    /** The columns that records of this project have. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Map<String, String> field : fields) {
            if (type(field).equals("checkbox")) {
                choices.get(name(field)).keySet().forEach(code -> columns.add(name(field) + "___" + code));
            } else {
                columns.add(name(field));
            }
        }
        return columns;
    }

    void checkRecords(List<Map<String, String>> records) {
        for (Map<String, String> record : records) {
            assertThat(record.keySet()).containsExactlyElementsOf(columns());
            fields.forEach(field -> check(field, record));
        }
    }

    private void check(Map<String, String> field, Map<String, String> record) {
        String value = record.get(name(field));
        String logic = field.get("Branching Logic (Show field only if...)");
        if (!BranchingLogic.shows(logic, record)) {
            assertThat(record.entrySet())
                    .as("%s is hidden by %s", name(field), logic)
                    .filteredOn(entry ->
                            entry.getKey().equals(name(field)) || entry.getKey().startsWith(name(field) + "___"))
                    .extracting(Map.Entry::getValue)
                    .containsOnly("");
        }
        switch (type(field)) {
            case "radio", "dropdown" ->
                assertThat(value.isEmpty() || choices.get(name(field)).containsKey(value))
                        .as(name(field) + " " + value)
                        .isTrue();
            case "yesno" -> assertThat(value).isIn("", "0", "1");
            case "checkbox" ->
                choices.get(name(field)).keySet().forEach(code -> assertThat(record.get(name(field) + "___" + code))
                        .isIn("", "0", "1"));
            default -> {
                String validation = field.get("Text Validation Type OR Show Slider Number");
                assertThat(value.isEmpty() || valid(validation, value))
                        .as(name(field) + " " + value)
                        .isTrue();
                if (!value.isEmpty()) {
                    within(field, validation, value);
                }
            }
        }
    }

    private static void within(Map<String, String> field, String validation, String value) {
        Comparator<String> order =
                validation.equals("date_ymd") ? Comparator.naturalOrder() : Comparator.comparing(BigDecimal::new);
        String min = field.get("Text Validation Min");
        String max = field.get("Text Validation Max");
        assertThat(min.isEmpty() || order.compare(min, value) <= 0)
                .as(name(field) + " " + value + " from " + min)
                .isTrue();
        assertThat(max.isEmpty() || order.compare(value, max) <= 0)
                .as(name(field) + " " + value + " to " + max)
                .isTrue();
    }

    private static boolean valid(String validation, String value) {
        return switch (validation) {
            case "integer" -> value.matches("-?[0-9]+");
            case "number" -> value.matches("-?[0-9]+(\\.[0-9]+)?");
            case "date_ymd" -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            default -> true;
        };
    }

    Map<String, String> field(String name) {
        return fields.stream()
                .filter(field -> name(field).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
