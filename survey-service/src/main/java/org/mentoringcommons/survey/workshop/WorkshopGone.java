package org.mentoringcommons.survey.workshop;

import java.util.UUID;

/** Raised within the transaction in which a workshop is known to be removed from the record, before it is marked. */
public record WorkshopGone(UUID workshop) {}
