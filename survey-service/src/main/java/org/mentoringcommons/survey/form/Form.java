package org.mentoringcommons.survey.form;

import java.time.Instant;
import java.time.ZoneId;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.protocol.Consent;

/** What one invitation asks. */
record Form(
        String title, String institution, Consent consent, Definition definition, Instant closesAt, ZoneId timeZone) {}
