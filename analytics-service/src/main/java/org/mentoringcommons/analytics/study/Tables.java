package org.mentoringcommons.analytics.study;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The tables a study declares. A table left out is not in the report.
 *
 * @param workshops rows about workshops
 * @param participants one table an item: who answered
 * @param satisfaction rows of favourable shares
 * @param coded one table an item of coded free text
 * @param gains keys of the scales whose gain is reported
 * @param comparison groups whose scores before and now are compared on every scale of {@code gains}
 * @param scores keys of scales that are rated once, whose scores are reported
 */
public record Tables(
        List<@Valid @NotNull WorkshopRow> workshops,
        List<@Valid @NotNull ItemTable> participants,
        List<@Valid @NotNull SatisfactionRow> satisfaction,
        List<@Valid @NotNull ItemTable> coded,
        List<@NotBlank String> gains,
        @Valid Comparison comparison,
        List<@NotBlank String> scores) {

    /** Lists left out are empty. */
    public Tables {
        workshops = workshops == null ? List.of() : workshops;
        participants = participants == null ? List.of() : participants;
        satisfaction = satisfaction == null ? List.of() : satisfaction;
        coded = coded == null ? List.of() : coded;
        gains = gains == null ? List.of() : gains;
        scores = scores == null ? List.of() : scores;
    }

    /**
     * A number about workshops.
     *
     * @param row its name in the report
     * @param count a word of {@link Counted}
     * @param reason with {@code excluded}: only those excluded for this reason
     * @param mode only workshops held so
     * @param module only workshops known to have covered this module
     * @param minimumSize only workshops of at least so many people present
     * @param maximumSize only workshops of at most so many people present
     */
    public record WorkshopRow(
            @NotBlank String row,
            @NotBlank
                    @Schema(
                            enumeration = {
                                "delivered",
                                "excluded",
                                "analysed",
                                "sites",
                                "trained",
                                "responded",
                                "consented",
                                "largest",
                                "minimum_hours",
                                "unknown_coverage"
                            })
                    String count,
            @Schema(
                            enumeration = {
                                "short",
                                "long",
                                "audience",
                                "mode",
                                "date",
                                "coverage",
                                "module",
                                "size",
                                "instrument"
                            })
                    String reason,
            @Schema(enumeration = {"in_person", "online", "hybrid"}) String mode,
            String module,
            @PositiveOrZero Integer minimumSize,
            @PositiveOrZero Integer maximumSize) {}

    /**
     * A table about one item.
     *
     * @param section its name in the report
     * @param item the item's key
     */
    public record ItemTable(@NotBlank String section, @NotBlank String item) {}

    /**
     * The share of favourable answers among those given.
     *
     * @param row its name in the report
     * @param item the item's key
     * @param favourable codes, or ratings as words, that count as favourable
     */
    public record SatisfactionRow(
            @NotBlank String row, @NotBlank String item, @NotEmpty List<@NotBlank String> favourable) {}

    /**
     * Groups to compare.
     *
     * @param section its name in the report
     * @param item the item whose options are the groups
     * @param groups at least two codes; who chose none of them, or several, is in no group
     */
    public record Comparison(
            @NotBlank String section, @NotBlank String item, @NotEmpty List<@NotBlank String> groups) {}
}
