package org.mentoringcommons.survey.webhook;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook as it is wanted.
 *
 * @param url where messages are sent: https, to addresses of the public internet; ASCII alone, so that an index can hold it
 * @param events what it is told of
 */
record NewWebhook(
        @NotNull @Size(min = 1, max = 2_000) @Schema(examples = "https://portal.lakeside.example/hooks/mentoring")
                String url,
        @Size(max = 200)
                @Pattern(regexp = "\\P{C}*", message = "must have no control characters")
                @Schema(examples = "Campus portal")
                String description,
        @NotEmpty @Size(max = 20) @Schema(examples = "[\"wave.opened\", \"wave.answered\", \"wave.closed\"]")
                List<@NotNull EventType> events) {}
