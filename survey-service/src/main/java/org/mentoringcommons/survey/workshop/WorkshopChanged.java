package org.mentoringcommons.survey.workshop;

/** Raised within the transaction in which a workshop's fact takes effect. */
public record WorkshopChanged(Workshop workshop) {}
