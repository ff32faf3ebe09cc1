package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/** What stands above a part's Markdown, once it fits {@code part.schema.json}. */
record FrontMatter(
        PartKind kind,
        String title,
        @JsonProperty("for") Readers readers,
        Integer minutes,
        List<String> objectives,
        List<String> materials,
        List<String> questions,
        List<String> items,
        List<String> prompts,
        String citation,
        String url,
        String worksheet) {

    Part part(String key, String body, String facilitation) {
        Part.Head head = new Part.Head(
                key, title, Objects.requireNonNullElse(readers, Readers.EVERYONE), minutes, body, facilitation);
        return switch (kind) {
            case PASSAGE -> new Part.Passage(head);
            case OBJECTIVES -> new Part.Objectives(head, objectives);
            case ACTIVITY -> new Part.Activity(head, Objects.requireNonNullElse(materials, List.of()));
            case CASE_STUDY -> new Part.CaseStudy(head, questions);
            case CHECKLIST -> new Part.Checklist(head, items);
            case READING -> new Part.Reading(head, citation, url);
            case TOOL -> new Part.Tool(head, url);
            case PROMPT_BOARD -> new Part.PromptBoard(head, prompts);
            case WORKSHEET -> new Part.WorksheetReference(head, worksheet);
        };
    }
}
