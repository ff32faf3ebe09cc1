package org.mentoringcommons.survey.protocol;

import java.util.UUID;

/** Raised within the transaction in which a consent text is published that says something else than the one before. */
public record ConsentRenewed(UUID protocol) {}
