package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workshop of the past as curriculum-service is to put it on record.
 *
 * @param reference what the institution's records call it
 * @param timeZone of its sessions; null is the institution's
 * @param modules how far they were covered, by key: {@code delivered}, {@code partly}, {@code not}, {@code unknown}; null
 *     if nobody can tell
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ImportWorkshop")
record DeclaredWorkshop(
        @NotBlank @Size(max = 200) String reference,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String curriculum,
        @NotBlank @Size(max = 200) String version,
        @NotNull @Pattern(regexp = "in_person|online|hybrid") String mode,
        @NotNull @Pattern(regexp = "mentee|mentor|combined") String audience,
        @Size(max = 80) String timeZone,
        @NotEmpty @Size(max = 100) List<@NotNull Session> sessions,
        @Min(0) @Max(10_000) int enrolled,
        @Min(0) @Max(10_000) int attended,
        @Size(min = 1, max = 200)
                Map<@NotBlank String, @NotNull @Pattern(regexp = "delivered|partly|not|unknown") String> modules) {

    DeclaredWorkshop {
        reference = Mapping.withoutBlanks(reference);
    }

    /** @param start what clocks showed */
    @Schema(name = "ImportSession")
    record Session(@NotNull LocalDateTime start, @Min(1) @Max(1_440) int minutes) {}

    /** When its last session was over, by the clocks of this zone unless it names its own, which exists. */
    Instant over(ZoneId institution) {
        ZoneId zone = timeZone == null ? institution : ZoneId.of(timeZone);
        return sessions.stream()
                .map(session -> session.start()
                        .atZone(zone)
                        .plusMinutes(session.minutes())
                        .toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** As the line of a file of past workshops. */
    List<String> cells() {
        return List.of(
                reference,
                name,
                curriculum,
                version,
                mode,
                audience,
                timeZone == null ? "" : timeZone,
                sessions.stream()
                        .map(session -> session.start() + "/" + session.minutes())
                        .collect(Collectors.joining(";")),
                String.valueOf(enrolled),
                String.valueOf(attended),
                modules == null
                        ? "unknown"
                        : modules.entrySet().stream()
                                .map(module -> module.getKey() + ":" + module.getValue())
                                .sorted()
                                .collect(Collectors.joining(";")));
    }
}
