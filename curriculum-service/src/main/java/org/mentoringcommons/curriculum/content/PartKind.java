package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a part of a module is. */
public enum PartKind {
    @JsonProperty("passage")
    PASSAGE,
    @JsonProperty("objectives")
    OBJECTIVES,
    @JsonProperty("activity")
    ACTIVITY,
    @JsonProperty("case_study")
    CASE_STUDY,
    @JsonProperty("checklist")
    CHECKLIST,
    @JsonProperty("reading")
    READING,
    @JsonProperty("tool")
    TOOL,
    @JsonProperty("prompt_board")
    PROMPT_BOARD,
    @JsonProperty("worksheet")
    WORKSHEET
}
