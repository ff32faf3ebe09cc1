package org.mentoringcommons.curriculum.worksheet;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a sheet was saved. */
@Schema(name = "WorksheetVersion")
record VersionView(int version, Instant savedAt) {}
