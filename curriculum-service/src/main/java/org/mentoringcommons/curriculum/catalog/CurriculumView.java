package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A curriculum with the versions it has. */
@Schema(
        examples =
                """
                {"key": "mentoring-up", "title": "Mentoring Up for Early Career Investigators", "audience": "mentee",
                 "adaptedFrom": "entering-mentoring", "citation": null, "licence": "CC-BY-NC-4.0",
                 "versions": [{"version": "2021.1", "status": "published"}]}""")
record CurriculumView(
        String key,
        String title,
        Audience audience,
        String adaptedFrom,
        String citation,
        String licence,
        List<Version> versions) {

    record Version(String version, VersionStatus status) {}
}
