package org.mentoringcommons.provisioning.institution;

/**
 * The retention of a closed institution is over: its people and portals are not wanted there any more. Told within the
 * transaction that writes it down and, after it, lets them go.
 */
public record Retired(String institution) {}
