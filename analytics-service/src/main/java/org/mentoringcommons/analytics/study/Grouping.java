package org.mentoringcommons.analytics.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Groups whose gains on every scale of {@code tables.gains} are compared.
 *
 * @param section its name in the report
 * @param by what people are told apart by
 * @param item with {@code item}: the item whose options are the groups
 * @param groups codes of the item, modes, or curricula; at least two
 */
public record Grouping(
        @NotBlank @Size(max = 80) String section,
        @NotBlank @Schema(enumeration = {"item", "mode", "curriculum"}) String by,
        @Size(max = 80) String item,
        @NotNull List<@NotBlank String> groups) {

    /** Told apart by what they answered. */
    public static final String ITEM = "item";
    /** Told apart by how their workshop was held. */
    public static final String MODE = "mode";
    /** Told apart by their workshop's curriculum. */
    public static final String CURRICULUM = "curriculum";

    /** Groups left out are none, which is refused by name. */
    public Grouping {
        groups = groups == null ? List.of() : groups;
    }
}
