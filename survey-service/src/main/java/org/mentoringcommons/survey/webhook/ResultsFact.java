package org.mentoringcommons.survey.webhook;

import java.util.UUID;

/** What this service reads of a {@code results} fact, and what a message says of it. */
record ResultsFact(UUID wave, UUID workshop, int responded) {}
