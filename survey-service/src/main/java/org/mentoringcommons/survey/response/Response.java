package org.mentoringcommons.survey.response;

import java.util.UUID;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.protocol.ConsentReference;

/**
 * One participant's final answer. It knows neither its time nor who gave it.
 *
 * @param consent the text that was shown
 */
record Response(
        UUID id,
        UUID wave,
        byte[] pseudonym,
        byte[] receiptHash,
        boolean research,
        ConsentReference consent,
        AcceptedAnswers answers) {}
