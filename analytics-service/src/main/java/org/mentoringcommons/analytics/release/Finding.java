package org.mentoringcommons.analytics.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One reason why a release may not be published. It holds no number that is to be hidden.
 *
 * @param type what kind of reason
 * @param where the cell or field, or the institution's alias
 * @param message in words
 */
record Finding(
        @Schema(examples = "cell-recoverable") String type,
        @Schema(examples = "gain / communication / hub: north") String where,
        String message) {}
