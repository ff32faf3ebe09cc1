package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to choose.
 *
 * @param code what answers and facts say
 * @param label what is read
 * @param exclusive whether it is chosen alone, such as "prefer not to say"; of multi_choice items only
 * @param specify whether words of one's own may go with it, such as with "other"; of choice and multi_choice items only
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Option(
        @NotNull @Pattern(regexp = Keys.CODE) @Schema(examples = "Assistant Professor") String code,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "Assistant professor") String label,
        boolean exclusive,
        boolean specify) {

    Option labelled(String other) {
        return new Option(code, other, exclusive, specify);
    }

    static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    /** Tells what is wrong with options together. */
    static void check(List<Option> options, boolean mayExclude, boolean maySpecify, Violations here) {
        if (new HashSet<>(codes(options)).size() < options.size()) {
            here.of("options").add("has a code twice");
        }
        int specified = 0;
        for (int index = 0; index < options.size(); index++) {
            Option option = options.get(index);
            if (option.exclusive && !mayExclude) {
                here.of("options", index).of("exclusive").add("only an option of a multi_choice item is exclusive");
            }
            if (option.specify && !maySpecify) {
                here.of("options", index).of("specify").add("words go with options of choice and multi_choice only");
            } else if (option.specify && ++specified > 1) {
                here.of("options", index).of("specify").add("words go with one option of an item only");
            }
        }
    }
}
