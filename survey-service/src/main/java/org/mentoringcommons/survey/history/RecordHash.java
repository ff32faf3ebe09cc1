package org.mentoringcommons.survey.history;

import java.util.UUID;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;

/**
 * By what an answer is known again that a file has a name for. Always of one workshop's survey on one occasion: files call
 * the later answer of a person what they call the first, and every file begins with 1.
 */
final class RecordHash {

    private RecordHash() {}

    /**
     * @param workshop its name, however files spell it
     * @param numbering of which numbering the record is; null if it is the only one of the workshop
     */
    static byte[] of(
            Pseudonyms pseudonyms, UUID protocol, Occasion occasion, String workshop, String numbering, String record) {
        return numbering == null
                ? pseudonyms.ofRecord(protocol, "record", occasion.word(), workshop, record)
                : pseudonyms.ofRecord(protocol, "numbered", occasion.word(), workshop, numbering, record);
    }
}
