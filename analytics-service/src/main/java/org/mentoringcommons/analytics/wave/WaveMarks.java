package org.mentoringcommons.analytics.wave;

import java.util.UUID;

/**
 * In which state a wave's answers were, as far as it matters for who is among them. Marks are random and are compared with
 * earlier ones, no more: nothing rises, and nothing tells when anybody answered.
 *
 * @param joined made up anew whenever an answer for research comes
 * @param left made up anew whenever somebody takes consent to research back by a correction
 */
public record WaveMarks(UUID joined, UUID left) {}
