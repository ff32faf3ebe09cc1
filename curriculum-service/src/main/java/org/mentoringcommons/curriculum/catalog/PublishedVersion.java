package org.mentoringcommons.curriculum.catalog;

import java.util.Set;

/**
 * What a workshop can be planned with: it will never change.
 *
 * @param modules the keys of its modules
 */
public record PublishedVersion(String curriculum, String version, Set<String> modules) {}
