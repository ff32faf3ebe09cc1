package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A version is drafted, then published for good. */
enum VersionStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED
}
