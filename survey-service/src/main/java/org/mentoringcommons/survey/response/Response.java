package org.mentoringcommons.survey.response;

import java.util.UUID;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;

/** One participant's final answer. It knows neither its time nor who gave it. */
record Response(
        UUID id,
        UUID wave,
        byte[] pseudonym,
        byte[] receiptHash,
        boolean research,
        String consentVersion,
        AcceptedAnswers answers) {}
