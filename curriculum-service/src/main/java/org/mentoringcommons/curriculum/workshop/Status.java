package org.mentoringcommons.curriculum.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workshop is planned, then delivered or cancelled. */
@Schema(name = "WorkshopStatus")
public enum Status {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("cancelled")
    CANCELLED
}
