package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project as REDCap would make it of a data dictionary, and what it takes of records. */
final class RedcapDictionary {

    private static final String HEADINGS =
            """
            Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",\
            Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,\
            Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),\
            Matrix Group Name,Matrix Ranking?,Field Annotation""";
    private static final Set<String> CHOOSING = Set.of("radio", "dropdown", "checkbox");
    private static final Set<String> OTHERS = Set.of("text", "notes", "yesno", "descriptive", "calc", "slider");

    private final Map<String, Map<String, String>> fields;

    RedcapDictionary(byte[] csv) {
        assertThat(new String(csv, StandardCharsets.UTF_8).lines().findFirst()).contains(HEADINGS);
        List<Map<String, String>> lines = Exported.lines(csv);
        assertThat(lines)
                .extracting(RedcapDictionary::name)
                .startsWith("record_id")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z](?:[a-z0-9]|_(?=[a-z0-9])){0,99}"));
        fields = lines.stream()
                .collect(Collectors.toMap(
                        RedcapDictionary::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        fields.values().forEach(field -> assertThat(choices(field).isEmpty())
                .as(name(field))
                .isEqualTo(!CHOOSING.contains(type(field))));
        assertThat(fields.values())
                .allMatch(field -> CHOOSING.contains(type(field)) || OTHERS.contains(type(field)))
                .noneMatch(field -> field.get("Field Label").isBlank());
    }

    private static String name(Map<String, String> field) {
        return field.get("Variable / Field Name");
    }

    private static String type(Map<String, String> field) {
        return field.get("Field Type");
    }

    private static Map<String, String> choices(Map<String, String> field) {
        return Arrays.stream(
                        field.get("Choices, Calculations, OR Slider Labels").split(" \\| "))
                .filter(choice -> !choice.isEmpty())
                .map(choice -> choice.split(", ", 2))
                .collect(Collectors.toMap(choice -> choice[0], choice -> choice[1]));
    }

    /** The records have the columns of the project, in its order, and in them what can be chosen. */
    void check(byte[] records) {
        List<String> columns = fields.values().stream()
                .flatMap(field -> type(field).equals("checkbox")
                        ? Arrays.stream(field.get("Choices, Calculations, OR Slider Labels")
                                        .split(" \\| "))
                                .map(choice -> name(field) + "___" + choice.split(", ", 2)[0])
                        : Stream.of(name(field)))
                .toList();
        List<Map<String, String>> lines = Exported.lines(records);
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.keySet()).containsExactlyElementsOf(columns);
            line.forEach(this::check);
        });
    }

    private void check(String column, String value) {
        Map<String, String> field = fields.get(column.replaceFirst("___.*", ""));
        boolean allowed = value.isEmpty()
                || switch (type(field)) {
                    case "radio", "dropdown" -> choices(field).containsKey(value);
                    case "checkbox", "yesno" -> value.equals("0") || value.equals("1");
                    default -> isValid(field.get("Text Validation Type OR Show Slider Number"), value);
                };
        assertThat(allowed).as(column + " " + value).isTrue();
    }

    private static boolean isValid(String validation, String value) {
        return switch (validation) {
            case "integer" -> value.matches("-?[0-9]+");
            case "number" -> value.matches("-?[0-9]+(\\.[0-9]+)?");
            case "date_ymd" -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            default -> true;
        };
    }
}
