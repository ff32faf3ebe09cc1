package org.mentoringcommons.survey.coding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * A version of a codebook to be created, and so frozen.
 *
 * @param item key of the text item it is for, in whichever instruments have it
 * @param basis the version it continues; then every code of that is still here, or a change says what became of it
 */
record NewCodebook(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "planned-changes") String key,
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String version,
        @NotNull @Pattern(regexp = Keys.KEY) @Schema(examples = "planned_changes") String item,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Code> codes,
        @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String basis,
        @Size(max = 500) List<@NotNull @Valid Change> changes) {

    NewCodebook {
        changes = changes == null ? List.of() : changes;
    }

    Violations violations() {
        Violations violations = Violations.none();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < codes.size(); index++) {
            if (!seen.add(codes.get(index).code())) {
                violations.of("codes", index).of("code").add("is in the codebook twice");
            }
        }
        if (basis == null && !changes.isEmpty()) {
            violations.of("basis").add("is required with changes");
        }
        return violations;
    }

    /** What does not fit the version it continues. */
    Violations against(Codebook before) {
        Violations violations = Violations.none();
        if (!before.isFor(item)) {
            violations.of("basis").add("is for another item");
        }
        Set<String> changed = new HashSet<>();
        Set<String> present = new HashSet<>(codes.stream().map(Code::code).toList());
        for (int index = 0; index < changes.size(); index++) {
            check(changes.get(index), before, present, changed, violations.of("changes", index));
        }
        before.codes().stream()
                .map(Code::code)
                .filter(code -> !present.contains(code) && !changed.contains(code))
                .forEach(code -> violations.of("codes").add("what became of " + code + " is not said"));
        return violations;
    }

    private static void check(
            Change change, Codebook before, Set<String> present, Set<String> changed, Violations here) {
        if (change.from().size() > 1 && change.splits()) {
            here.add("must merge into one code or split one");
        }
        for (int index = 0; index < change.from().size(); index++) {
            String code = change.from().get(index);
            if (!before.has(code)) {
                here.of("from", index).add("is not in the basis");
            } else if (!changed.add(code)) {
                here.of("from", index).add("is changed twice");
            }
        }
        for (int index = 0; index < change.to().size(); index++) {
            if (!present.contains(change.to().get(index))) {
                here.of("to", index).add("is not in the codebook");
            }
        }
    }
}
