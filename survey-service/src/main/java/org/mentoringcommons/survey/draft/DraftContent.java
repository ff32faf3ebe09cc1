package org.mentoringcommons.survey.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What was typed.
 *
 * @param consentLanguage null for the authoritative one
 * @param research null while the question is not answered
 * @param countUnfinished whether it is to count as it is once the survey has closed
 */
public record DraftContent(
        String consentVersion,
        String consentLanguage,
        Boolean research,
        boolean countUnfinished,
        Map<String, JsonNode> answers) {}
