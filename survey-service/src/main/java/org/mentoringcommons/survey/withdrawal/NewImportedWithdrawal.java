package org.mentoringcommons.survey.withdrawal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * Whose answers, brought by files, are withdrawn: a participant's by what the files call them, or else whoever gave one
 * answer, by what its file calls it.
 *
 * @param participant as in the column that mappings call participant; all that person's answers under the protocol
 * @param workshop with {@code record}: what your records call the workshop, or its id
 * @param record as in the column that the mapping calls record
 * @param numbering as the mapping has it, if it has one
 * @param occasion on which people were asked; null is right after the workshop
 */
@Schema(examples = "{\"participant\": \"p17\"}")
record NewImportedWithdrawal(
        @Pattern(regexp = SOMETHING, message = BLANK) @Size(max = 500) String participant,
        @Pattern(regexp = SOMETHING, message = BLANK) @Size(max = 200) String workshop,
        @Pattern(regexp = SOMETHING, message = BLANK) @Size(max = 500) String record,
        @Pattern(regexp = SOMETHING, message = BLANK) @Size(max = 200) String numbering,
        Occasion occasion) {

    private static final String SOMETHING = "[\\s\\S]*\\S[\\s\\S]*";
    private static final String BLANK = "is blank";

    NewImportedWithdrawal {
        occasion = occasion == null ? Occasion.WORKSHOP : occasion;
    }

    /** Whether it says one of the two, and that whole. */
    boolean saysWhose() {
        boolean answer = workshop != null && record != null;
        return participant == null ? answer : workshop == null && record == null && numbering == null;
    }
}
