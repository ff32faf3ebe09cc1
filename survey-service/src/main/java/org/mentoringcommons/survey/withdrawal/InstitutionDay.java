package org.mentoringcommons.survey.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.tenancy.TenantBinding;

/** Today by the clocks of the institution worked for. */
@ApplicationScoped
class InstitutionDay {

    private final Institutions institutions;
    private final TenantBinding binding;
    private final Clock clock;

    InstitutionDay(Institutions institutions, TenantBinding binding, Clock clock) {
        this.institutions = institutions;
        this.binding = binding;
        this.clock = clock;
    }

    LocalDate now() {
        return clock.instant()
                .atZone(institutions
                        .find(binding.tenant().orElseThrow())
                        .orElseThrow()
                        .timeZone())
                .toLocalDate();
    }
}
