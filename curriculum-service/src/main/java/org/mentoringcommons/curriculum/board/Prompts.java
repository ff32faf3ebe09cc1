package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.workshop.HeldWith;
import org.mentoringcommons.curriculum.workshop.Workshop;

/** What is asked on a board: what is said, or what a part of the curriculum asks, in the version the workshop is held with. */
@ApplicationScoped
class Prompts {

    private static final int LONGEST = 2_000;

    private final HeldWith heldWith;

    Prompts(HeldWith heldWith) {
        this.heldWith = heldWith;
    }

    String of(Workshop workshop, NewBoard wanted) {
        if (wanted.namesPart() == (wanted.prompt() != null)) {
            throw BoardProblem.noPrompt("prompt", "is given, or else a module and its part");
        }
        if (wanted.namesPart()) {
            return ofPart(workshop, wanted);
        }
        String prompt = wanted.prompt().strip();
        if (prompt.isEmpty() || prompt.indexOf('\0') >= 0) {
            throw BoardProblem.noPrompt("prompt", "must not be blank");
        }
        return prompt;
    }

    private String ofPart(Workshop workshop, NewBoard wanted) {
        String module = Objects.requireNonNullElse(wanted.module(), "");
        List<CurriculumPackage.PartText> parts =
                heldWith.contents(workshop).map(whole -> whole.parts(module)).orElse(List.of());
        if (parts.isEmpty()) {
            throw BoardProblem.noPrompt("module", "is no module, with texts, of what the workshop is held with");
        }
        return parts.stream()
                .filter(text -> text.key().equals(wanted.part()))
                .map(CurriculumPackage.PartText::part)
                .filter(Part.PromptBoard.class::isInstance)
                .findFirst()
                .map(board -> cut(String.join("\n", board.entries())))
                .orElseThrow(() -> BoardProblem.noPrompt("part", "is no prompt board of that module"));
    }

    /** A part may ask at more length than a board holds. */
    private static String cut(String prompts) {
        return prompts.codePointCount(0, prompts.length()) <= LONGEST
                ? prompts
                : prompts.substring(0, prompts.offsetByCodePoints(0, LONGEST));
    }
}
