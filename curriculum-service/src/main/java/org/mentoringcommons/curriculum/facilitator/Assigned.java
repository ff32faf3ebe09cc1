package org.mentoringcommons.curriculum.facilitator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who teaches a workshop: ids of facilitators. */
@Schema(examples = "{\"facilitators\": [\"0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11\"]}")
record Assigned(@NotNull @Size(max = 50) List<@NotNull UUID> facilitators) {}
