package org.mentoringcommons.survey.form;

import java.time.Instant;
import java.time.ZoneId;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.protocol.Consent;

/**
 * What one invitation asks.
 *
 * @param consent in force now
 * @param declined whether the invited person said before not to want to take part
 * @param draft what is saved and not sent, or null
 */
record Form(
        String title,
        String institution,
        Consent consent,
        Definition definition,
        Instant closesAt,
        ZoneId timeZone,
        boolean declined,
        Draft draft) {}
