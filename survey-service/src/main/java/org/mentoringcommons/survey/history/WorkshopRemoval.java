package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.response.ImportedAnswers;
import org.mentoringcommons.survey.wave.PastWaves;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.workshop.WorkshopGone;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** With a workshop that is removed from the record go the answers about it that were brought, as with their import. */
@ApplicationScoped
class WorkshopRemoval {

    private static final int AT_ONCE = 500;

    private final Imports imports;
    private final ImportedWorkshops words;
    private final PastWaves waves;
    private final ImportedAnswers answers;
    private final AuditTrail trail;
    private final TenantBinding binding;

    WorkshopRemoval(
            Imports imports,
            ImportedWorkshops words,
            PastWaves waves,
            ImportedAnswers answers,
            AuditTrail trail,
            TenantBinding binding) {
        this.imports = imports;
        this.words = words;
        this.waves = waves;
        this.answers = answers;
        this.trail = trail;
        this.binding = binding;
    }

    /** Imports first, then the turn, as everybody takes them: whoever takes lines meanwhile is done, or sees it gone. */
    void workshopGone(@Observes WorkshopGone event) {
        Tenant institution = binding.tenant().orElseThrow();
        imports.lockOf(event.workshop());
        waves.takeTurn(institution.id());
        words.keepNone(event.workshop());
        List<Wave> brought = waves.of(event.workshop());
        brought.forEach(wave -> remove(institution, event.workshop(), wave));
    }

    private void remove(Tenant institution, UUID workshop, Wave wave) {
        imports.gone(wave.id());
        int all = 0;
        int gone;
        while ((gone = answers.takeBackOf(wave.id(), AT_ONCE)) > 0) {
            all += gone;
        }
        waves.remove(wave);
        trail.record(Deed.of("import.answers-removed", "workshop", workshop.toString())
                .institution(institution)
                .detail(all + " imported answers, with their workshop"));
    }
}
