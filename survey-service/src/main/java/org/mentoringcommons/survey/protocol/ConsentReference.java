package org.mentoringcommons.survey.protocol;

/** A consent text that was shown, within its protocol. */
public record ConsentReference(String version, String language) {}
