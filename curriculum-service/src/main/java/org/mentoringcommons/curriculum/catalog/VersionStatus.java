package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A version is drafted, then published for good; retired, it stays readable but no workshop is planned with it. */
public enum VersionStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("retired")
    RETIRED
}
