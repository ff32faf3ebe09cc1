package org.mentoringcommons.curriculum.download;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an institution fetched.
 *
 * @param institution its alias
 */
@Schema(name = "Downloads")
record DownloadsView(String institution, List<Count> counts) {

    /**
     * How often in a month.
     *
     * @param month in UTC
     */
    @Schema(
            name = "DownloadCount",
            examples =
                    """
                    {"month": "2026-03", "curriculum": "mentoring-up", "version": "2.1.0", "what": "guide", "times": 12}""")
    record Count(String month, String curriculum, String version, Fetched what, long times) {}
}
