package org.mentoringcommons.curriculum.institution;

import java.time.ZoneId;

/**
 * What others may ask about an institution.
 *
 * @param name as it is written out
 * @param hub key of the hub it belongs to; null until it is told
 */
public record KnownInstitution(String alias, String name, String hub, ZoneId zone) {}
