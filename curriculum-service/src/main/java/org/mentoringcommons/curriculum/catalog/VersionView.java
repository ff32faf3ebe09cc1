package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version with its modules in the order they are taught. */
@Schema(
        examples =
                """
                {"curriculum": "mentoring-up", "version": "2021.1", "status": "published", "modules": [
                 {"key": "communication", "title": "Effective communication", "minutes": 60, "required": true,
                  "competency": "communication"}]}""")
record VersionView(String curriculum, String version, VersionStatus status, List<CurriculumModule> modules) {}
