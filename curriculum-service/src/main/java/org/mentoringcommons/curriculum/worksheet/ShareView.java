package org.mentoringcommons.curriculum.worksheet;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who may read a sheet of the caller's.
 *
 * @param with the person's account
 */
@Schema(name = "WorksheetShare")
record ShareView(UUID id, String with, Instant since, Instant until) {}
