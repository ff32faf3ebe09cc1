package org.mentoringcommons.analytics.study;

import java.time.Instant;

/** An institution's agreement in force. */
record ParticipationView(String study, String institution, String agreement, Instant joinedAt) {}
