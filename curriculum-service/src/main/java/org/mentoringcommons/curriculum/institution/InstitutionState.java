package org.mentoringcommons.curriculum.institution;

/**
 * What this service reads of an {@code institutions} fact.
 *
 * @param id the organization id, which is the tenant
 * @param hub key of the hub it belongs to
 * @param timeZone an IANA zone
 * @param state {@code active}, or what it is instead
 * @param retired whether it is closed and the day is over until which its data were to be kept
 */
record InstitutionState(
        String id, String alias, String name, String hub, String timeZone, String state, boolean retired) {}
