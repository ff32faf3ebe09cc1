package org.mentoringcommons.curriculum.download;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a version was fetched. */
public enum Fetched {
    @JsonProperty("package")
    PACKAGE,
    @JsonProperty("guide")
    GUIDE,
    @JsonProperty("cartridge")
    CARTRIDGE
}
