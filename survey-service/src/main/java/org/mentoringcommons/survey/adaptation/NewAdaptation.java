package org.mentoringcommons.survey.adaptation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.instrument.Wordings;

/**
 * How an institution wants a version of an instrument asked, as a whole.
 *
 * @param language of its own items; {@code en} if not said
 * @param items its own, asked after the instrument's; their keys begin with {@code own_}
 * @param translations of its own items, complete ones
 * @param overlays its words over the instrument's, one a language
 */
record NewAdaptation(
        @Pattern(regexp = Keys.LANGUAGE) String language,
        @Size(max = 100) List<@NotNull @Valid Item> items,
        @Size(max = 20) List<@NotNull @Valid Wordings> translations,
        @Size(max = 20) List<@NotNull @Valid Overlay> overlays) {

    NewAdaptation {
        items = items == null ? List.of() : items;
        overlays = overlays == null ? List.of() : overlays;
    }

    Definition own() {
        return new Definition(language, items, List.of(), translations);
    }

    /** What is wrong with it beside this version. */
    Violations violations(Definition core) {
        Violations violations = Violations.none();
        own().checkAfter(core, violations);
        Set<String> languages = new HashSet<>();
        for (int index = 0; index < overlays.size(); index++) {
            Wordings words = overlays.get(index).words();
            Violations here = violations.of("overlays", index).of("words");
            if (!languages.add(words.language())) {
                here.of("language").add("is there already");
            }
            words.check(core.items(), !core.languages().contains(words.language()), here);
        }
        return violations;
    }
}
