package org.mentoringcommons.survey.instrument;

/**
 * How far somebody is.
 *
 * @param answered how many questions have an answer that would be kept
 * @param asked how many there are that apply, as far as can be told
 */
public record Progress(int answered, int asked) {}
