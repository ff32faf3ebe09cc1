package org.mentoringcommons.survey.response;

import org.mentoringcommons.survey.protocol.ConsentReference;

/**
 * What somebody decided when answering.
 *
 * @param consent the text that was shown
 * @param research the answer to the research question
 */
public record Decision(ConsentReference consent, boolean research) {}
