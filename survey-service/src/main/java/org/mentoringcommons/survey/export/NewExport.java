package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.dataset.Population;

/**
 * An export asked for.
 *
 * @param population whose answers; there is no default
 * @param purpose what the answers are for; kept with who asked and when
 * @param from only of workshops that ended on this day or later, by the institution's clocks
 * @param to only of workshops that ended on this day or earlier
 * @param waves only these
 * @param workshops only of these
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"format": "sav", "population": "consented", "purpose": "Paired tests in SPSS for the annual report",
                 "from": "2026-01-01", "to": "2026-12-31"}""")
record NewExport(
        @NotNull Format format,
        @NotNull Population population,
        @NotBlank @Size(max = 1_000) String purpose,
        LocalDate from,
        LocalDate to,
        @Size(min = 1, max = 1_000) List<@NotNull UUID> waves,
        @Size(min = 1, max = 1_000) List<@NotNull UUID> workshops) {

    Filters filters() {
        return new Filters(from, to, waves, workshops);
    }

    /** Which waves; null is no matter. */
    @Schema(name = "ExportFilters")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filters(LocalDate from, LocalDate to, List<UUID> waves, List<UUID> workshops) {

        boolean takes(LocalDate day, UUID wave, UUID workshop) {
            boolean timely = from == null && to == null
                    || day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
            return timely
                    && (waves == null || waves.contains(wave))
                    && (workshops == null || workshops.contains(workshop));
        }
    }
}
