package org.mentoringcommons.survey.coding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.protocol.Protocol;

/**
 * Who is to code a protocol's answers to an item, and with what.
 *
 * @param codebook a version for this item
 * @param coders two subjects whom the protocol names as evaluators
 */
record NewAssignment(
        @NotNull @Valid CodebookReference codebook,
        @NotNull @Size(min = 2, max = 2) @Schema(examples = "[\"2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11\", \"7b9e…\"]")
                List<@NotNull String> coders) {

    Violations violations(Protocol protocol) {
        Violations violations = Violations.none();
        for (int index = 0; index < coders.size(); index++) {
            if (!protocol.names(coders.get(index))) {
                violations.of("coders", index).add("is not named on the protocol");
            }
        }
        if (coders.get(0).equals(coders.get(1))) {
            violations.of("coders[1]").add("must be another person");
        }
        return violations;
    }

    Assignment assignment() {
        return new Assignment(codebook, List.copyOf(coders));
    }
}
