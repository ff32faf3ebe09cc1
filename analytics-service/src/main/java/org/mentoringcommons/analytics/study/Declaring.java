package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalks;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;

/** Takes a declaration, or its edit, if it makes sense. */
@ApplicationScoped
class Declaring {

    private final Studies studies;
    private final Team team;
    private final AgreementTexts texts;
    private final InstrumentsOfAStudy instruments;
    private final Curricula curricula;
    private final ModuleCrosswalks crosswalks;
    private final Thresholds floor;
    private final AuditTrail trail;

    Declaring(
            Studies studies,
            Team team,
            AgreementTexts texts,
            InstrumentsOfAStudy instruments,
            Curricula curricula,
            ModuleCrosswalks crosswalks,
            Thresholds floor,
            AuditTrail trail) {
        this.studies = studies;
        this.team = team;
        this.texts = texts;
        this.instruments = instruments;
        this.curricula = curricula;
        this.crosswalks = crosswalks;
        this.floor = floor;
        this.trail = trail;
    }

    Study declare(NewStudy declared, String subject, Instant now) {
        EditedStudy content = sound(declared.declaration());
        if (!studies.declare(declared.key(), declared.title(), content.definition(floor), subject, now)) {
            throw Refusal.conflict("study-exists", "A study of this key is declared already")
                    .violation("key", "is taken")
                    .problem();
        }
        declared.team().forEach(member -> team.add(declared.key(), member, subject, now));
        texts.publish(declared.key(), declared.agreement(), true, subject, now);
        trail.record(Deed.of("study.declared", "study", declared.key()));
        return studies.find(declared.key()).orElseThrow();
    }

    Study edit(Study study, EditedStudy edited, String subject, Instant at) {
        studies.edit(study, edited.title(), sound(edited).definition(floor), subject, at);
        Study now = studies.find(study.key()).orElseThrow();
        trail.record(Deed.of("study.edited", "study", study.key()).detail("version " + now.version()));
        return now;
    }

    private EditedStudy sound(EditedStudy study) {
        Objections objections = new Declaration(study, instruments.known(study.inclusion())).against(curricula, floor);
        if (study.crosswalk() != null) {
            new CrosswalkCheck(study, crosswalks, objections).run();
        }
        objections.refuseIfAny();
        return study;
    }
}
