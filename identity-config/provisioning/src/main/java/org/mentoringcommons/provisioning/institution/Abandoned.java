package org.mentoringcommons.provisioning.institution;

/** An institution that was just asked for is not wanted any more; told within the transaction that forgets it. */
public record Abandoned(String institution) {}
