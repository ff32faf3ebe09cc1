package org.mentoringcommons.survey.institution;

import java.time.Instant;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Raised within the transaction in which an institution's fact takes effect; no institution is bound there.
 *
 * @param version of the fact: the higher, the newer
 */
public record InstitutionTold(
        Tenant tenant, String alias, String name, String timeZone, String state, long version, Instant time) {}
