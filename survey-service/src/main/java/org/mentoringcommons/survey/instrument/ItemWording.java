package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words of one item in one language.
 *
 * @param lowAnchor of an item rated on points: what the lowest one means
 * @param options labels by option code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemWording(
        @Size(min = 1, max = Keys.INSTRUCTION) @Schema(examples = "Decirle a mi mentor lo que necesito") String label,
        @Size(min = 1, max = Keys.LABEL) String lowAnchor,
        @Size(min = 1, max = Keys.LABEL) String midAnchor,
        @Size(min = 1, max = Keys.LABEL) String highAnchor,
        @Size(max = 200) Map<String, @NotNull @Size(min = 1, max = Keys.LABEL) String> options) {

    /** None at all: everything stays as it is. */
    static final ItemWording NONE = new ItemWording(null, null, null, null, null);

    static ItemWording of(String label) {
        return new ItemWording(label, null, null, null, null);
    }

    static ItemWording rated(String label, String lowAnchor, String midAnchor, String highAnchor) {
        return new ItemWording(label, lowAnchor, midAnchor, highAnchor, null);
    }

    static ItemWording among(String label, List<Option> options) {
        Map<String, String> labels = new LinkedHashMap<>();
        options.forEach(option -> labels.put(option.code(), option.label()));
        return new ItemWording(label, null, null, null, labels);
    }

    /** Every word by its name: {@code label}, {@code lowAnchor}, …, {@code options.<code>}. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("label", label);
        words.put("lowAnchor", lowAnchor);
        words.put("midAnchor", midAnchor);
        words.put("highAnchor", highAnchor);
        if (options != null) {
            options.forEach((code, name) -> words.put("options." + code, name));
        }
        words.values().removeIf(word -> word == null);
        return words;
    }

    String labelOr(String own) {
        return label == null ? own : label;
    }

    String lowAnchorOr(String own) {
        return lowAnchor == null ? own : lowAnchor;
    }

    String midAnchorOr(String own) {
        return midAnchor == null ? own : midAnchor;
    }

    String highAnchorOr(String own) {
        return highAnchor == null ? own : highAnchor;
    }

    List<Option> optionsOr(List<Option> own) {
        return options == null
                ? own
                : own.stream()
                        .map(option -> option.labelled(options.getOrDefault(option.code(), option.label())))
                        .toList();
    }
}
