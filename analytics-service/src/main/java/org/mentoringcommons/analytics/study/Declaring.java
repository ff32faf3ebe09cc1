package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.tenancy.Refusal;

/** Takes a declaration, or its edit, if it makes sense. */
@ApplicationScoped
class Declaring {

    private final Studies studies;
    private final Team team;
    private final AgreementTexts texts;
    private final InstrumentsOfAStudy instruments;
    private final Curricula curricula;
    private final Thresholds floor;

    Declaring(
            Studies studies,
            Team team,
            AgreementTexts texts,
            InstrumentsOfAStudy instruments,
            Curricula curricula,
            Thresholds floor) {
        this.studies = studies;
        this.team = team;
        this.texts = texts;
        this.instruments = instruments;
        this.curricula = curricula;
        this.floor = floor;
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
        return studies.find(declared.key()).orElseThrow();
    }

    Study edit(Study study, EditedStudy edited, String subject, Instant now) {
        studies.edit(study, edited.title(), sound(edited).definition(floor), subject, now);
        return studies.find(study.key()).orElseThrow();
    }

    private EditedStudy sound(EditedStudy study) {
        new Declaration(study, instruments.known(study.inclusion()))
                .against(curricula, floor)
                .refuseIfAny();
        return study;
    }
}
