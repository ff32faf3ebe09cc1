package org.mentoringcommons.provisioning.overview;

import java.time.Instant;

/** Of what survey-service tells of a wave, what is counted: whether it is still to come, open, or over. */
record WaveState(String id, Instant opensAt, Instant closesAt) {}
