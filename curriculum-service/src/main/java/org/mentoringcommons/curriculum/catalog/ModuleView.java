package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.content.Edition;

/** A module with its parts, as an edition shows them. */
@Schema(
        examples =
                """
                {"key": "communication", "title": "Effective communication", "minutes": 60, "required": true,
                 "competency": "communication", "audiences": null, "edition": "participants", "parts": [
                 {"kind": "case_study", "key": "the-silent-week", "title": "The silent week", "for": "everyone",
                  "minutes": 20, "markdown": "Nadia sends a draft.", "html": "<p>Nadia sends a draft.</p>",
                  "questions": ["What could each of them know that the other does not?"]}]}""")
public record ModuleView(
        String key,
        String title,
        int minutes,
        boolean required,
        String competency,
        List<String> audiences,
        Edition edition,
        List<PartView> parts) {}
