package org.mentoringcommons.curriculum.catalog;

import java.util.List;

/** A curriculum with the versions it has. */
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
