package org.mentoringcommons.curriculum.catalog;

import java.util.List;

/** A version with its modules in the order they are taught. */
record VersionView(String curriculum, String version, VersionStatus status, List<CurriculumModule> modules) {}
