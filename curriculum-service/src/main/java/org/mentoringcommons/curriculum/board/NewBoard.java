package org.mentoringcommons.curriculum.board;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A board wanted: with a prompt of one's own, or with those of a part of what the workshop is held with.
 *
 * @param prompt what is asked; not together with a part
 * @param module key of the module whose part has the prompts
 * @param part key of that part, a prompt board
 */
@Schema(examples = """
        {"module": "aligning-expectations", "part": "board"}""")
record NewBoard(@Size(max = 2000) String prompt, @Size(max = 80) String module, @Size(max = 80) String part) {

    boolean namesPart() {
        return module != null || part != null;
    }
}
