package org.mentoringcommons.survey.draft;

/**
 * Something typed and not sent.
 *
 * @param revision how often it was saved, from 1
 */
public record Draft(int revision, DraftContent content) {}
