package org.mentoringcommons.survey.webhook;

import java.time.Instant;
import java.util.List;

/** What this service reads of a {@code releases} fact. */
record ReleaseFact(int number, String study, int edition, Instant frozenAt, List<String> institutions) {}
