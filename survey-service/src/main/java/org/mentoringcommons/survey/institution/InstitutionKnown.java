package org.mentoringcommons.survey.institution;

import org.mentoringcommons.tenancy.Tenant;

/** Raised within the transaction in which an institution's fact takes effect; no institution is bound there. */
public record InstitutionKnown(Tenant tenant) {}
