package org.mentoringcommons.analytics.workshop;

import java.util.UUID;

/**
 * A workshop is about to be erased, in the transaction under way: its waves and their answers go first.
 *
 * @param workshop its id; its row is still there
 */
public record WorkshopErasing(UUID workshop) {}
