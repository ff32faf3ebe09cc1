package org.mentoringcommons.survey.withdrawal;

import java.util.List;
import java.util.UUID;

/**
 * What analytics-service tells of a withdrawn answer: no number holds it any more, and these frozen releases do.
 *
 * @param id the answer's
 */
record WithdrawnAnswerFact(UUID id, List<HoldingRelease> releases) {}
