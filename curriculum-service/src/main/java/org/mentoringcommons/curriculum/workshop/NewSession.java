package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting to be planned. */
public record NewSession(
        @Schema(
                        description =
                                """
                                Of a workshop that is planned anew: which of its sessions it is. Without it, sessions stay in \
                                their order and are moved by as little as possible; a new one has none.""",
                        examples = "1")
                Integer number,
        @Schema(examples = "2026-03-02T14:00:00Z") Instant startsAt,
        @Schema(
                        description = "In place of startsAt: what clocks show then in the workshop's time zone",
                        examples = "2026-03-02T08:00")
                LocalDateTime localStart,
        @Schema(examples = "240") @NotNull @Min(1) @Max(1440) Integer minutes,
        @Schema(description = "Keys of the modules planned for it, in order") @Size(max = 200)
                List<@NotNull String> modules) {

    @AssertTrue(message = "is needed, or else localStart; not both")
    @Schema(hidden = true)
    boolean isStartsAt() {
        return (startsAt == null) != (localStart == null);
    }

    /**
     * @param wrong told what is wrong with the start
     * @return when it starts, or null if that was told
     */
    Instant start(ZoneId zone, Consumer<String> wrong) {
        Instant start = startsAt == null ? WallClock.moment(localStart, zone, wrong) : startsAt;
        return start == null ? null : start.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public List<String> modules() {
        return modules == null ? List.of() : modules;
    }
}
