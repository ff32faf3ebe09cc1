package org.mentoringcommons.survey.wave;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * A wave to be opened by hand.
 *
 * @param workshop that has been delivered
 * @param protocol valid today
 * @param occasion whose instrument the protocol names
 * @param people whom to ask instead of the workshop's facilitators, by opaque ids of the institution's; only for that occasion
 */
record NewWave(
        @NotNull UUID workshop,
        @NotNull UUID protocol,
        @NotNull Occasion occasion,
        @Size(max = 200) List<@NotNull UUID> people) {}
