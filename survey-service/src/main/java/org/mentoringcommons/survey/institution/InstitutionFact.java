package org.mentoringcommons.survey.institution;

/** What this service reads of an {@code institutions} fact. */
record InstitutionFact(String id, String alias, String name, String timeZone, String state) {}
