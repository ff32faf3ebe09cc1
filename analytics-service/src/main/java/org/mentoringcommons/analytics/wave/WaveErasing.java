package org.mentoringcommons.analytics.wave;

import java.util.UUID;

/**
 * A wave is about to be erased, in the transaction under way: whatever was counted of its answers is to be taken away.
 *
 * @param wave its id; its row is still there
 */
public record WaveErasing(UUID wave) {}
