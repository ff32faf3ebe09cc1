package org.mentoringcommons.survey.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would come of a file; nothing of it was kept.
 *
 * @param rows lines with answers
 * @param leftOut lines that are no answers, as the mapping says
 * @param consentUnstated answers of which nothing says whether they are for research: they are not
 * @param forResearch answers that are for research
 * @param already answers that are here already
 * @param incomplete answers of which a pair has one side only, or something required is missing
 * @param workshopsToMake what would be put on record
 */
@Schema(
        name = "ImportCheck",
        examples =
                """
                {"rows": 226, "leftOut": 3, "consentUnstated": 0, "forResearch": 183, "already": 0, "incomplete": 4,
                 "workshopsToMake": ["2019-03"]}""")
record ImportCheck(
        long rows,
        long leftOut,
        long consentUnstated,
        long forResearch,
        long already,
        long incomplete,
        List<String> workshopsToMake) {}
