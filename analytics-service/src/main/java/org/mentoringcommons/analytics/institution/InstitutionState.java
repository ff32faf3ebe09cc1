package org.mentoringcommons.analytics.institution;

/** What provisioning tells about an institution, as far as this service reads it. */
record InstitutionState(String id, String alias, String name, String hub, String kind, String timeZone, String state) {}
