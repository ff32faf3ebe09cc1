package org.mentoringcommons.analytics.extract;

/** An extract was asked for, in the transaction under way. */
record Requested() {}
