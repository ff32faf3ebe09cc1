package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Answers that fit their instrument, texts apart, since these never leave the service.
 *
 * @param coded every answered item but texts, by key
 * @param texts the answered text items, by key
 */
public record AcceptedAnswers(ObjectNode coded, ObjectNode texts) {}
