package org.mentoringcommons.curriculum.past;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.WorkshopPlans;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Refusal.Violation;
import org.mentoringcommons.tenancy.TenantBinding;

/** Makes workshops of a file's lines: all of them, or none. */
@ApplicationScoped
class PastImporting {

    private final Workshops workshops;
    private final WorkshopPlans plans;
    private final AuditTrail trail;
    private final TenantBinding binding;

    PastImporting(Workshops workshops, WorkshopPlans plans, AuditTrail trail, TenantBinding binding) {
        this.workshops = workshops;
        this.plans = plans;
        this.trail = trail;
        this.binding = binding;
    }

    /** @throws HttpProblem 400 {@code past-workshops-malformed} naming everything wrong */
    PastImport take(PastWorkshopFile file, boolean dryRun) {
        List<Violation> wrong = new ArrayList<>(file.violations());
        List<Workshop> made = new ArrayList<>();
        List<PastImport.Line> lines = new ArrayList<>();
        Map<String, Workshops.Imported> known = workshops.imported(
                file.lines().stream().map(line -> line.told().reference()).toList());
        for (PastLine line : file.lines()) {
            String reference = line.told().reference();
            Workshops.Imported before = known.get(reference);
            if (before == null) {
                UUID id = make(line, made, wrong);
                lines.add(new PastImport.Line(line.number(), reference, dryRun ? null : id));
            } else if (before.digest().equals(line.told().digest())) {
                lines.add(new PastImport.Line(line.number(), reference, before.id()));
            } else {
                wrong.add(new Violation(
                        "line " + line.number(),
                        "reference: was imported before, with other words; correct the workshop itself, and how many"
                                + " people it had at …/past-workshops/" + before.id() + "/people"));
            }
        }
        requireNone(wrong);
        if (!dryRun && !made.isEmpty()) {
            workshops.addAll(made);
            trail.record(Deed.of("workshops.imported", "workshops", "past")
                    .institution(binding.tenant().orElseThrow())
                    .detail(made.size() + " of the past"));
        }
        return new PastImport(dryRun, made.size(), lines.size() - made.size(), lines);
    }

    /** @throws HttpProblem 404 if it is none of the past, 409 {@code past-workshop-in-use} */
    void remove(UUID workshop) {
        workshops.removeImported(workshop);
        trail.record(Deed.of("workshop.removed", "workshop", workshop.toString())
                .institution(binding.tenant().orElseThrow())
                .detail("of the past"));
    }

    private UUID make(PastLine line, List<Workshop> made, List<Violation> wrong) {
        try {
            Workshop workshop = plans.past(line.told());
            made.add(workshop);
            return workshop.id();
        } catch (HttpProblem refused) {
            if (!(refused.getParameters().get("violations") instanceof List<?> violations)) {
                throw refused; // of the institution, not of the line
            }
            for (Object violation : violations) {
                Violation one = (Violation) violation;
                wrong.add(new Violation("line " + line.number(), one.field() + ": " + one.message()));
            }
            return null;
        }
    }

    private static void requireNone(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw PastWorkshopFile.malformed(wrong);
        }
    }
}
