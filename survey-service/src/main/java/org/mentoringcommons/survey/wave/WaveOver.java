package org.mentoringcommons.survey.wave;

/**
 * Raised within the transaction in which a wave is finished.
 *
 * @param responded how many have answered
 */
public record WaveOver(Wave wave, int responded) {}
