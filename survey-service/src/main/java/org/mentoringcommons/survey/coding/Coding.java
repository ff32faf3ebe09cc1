package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;

/** What coders do with texts; the consensus is told to the other services in the same transaction. */
@ApplicationScoped
public class Coding {

    private final Texts texts;
    private final KeptCodes kept;
    private final Codebooks codebooks;
    private final Telling telling;

    Coding(Texts texts, KeptCodes kept, Codebooks codebooks, Telling telling) {
        this.texts = texts;
        this.kept = kept;
        this.codebooks = codebooks;
        this.telling = telling;
    }

    /**
     * Keeps a coder's own codes; the same as the other coder's are the consensus.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, 404 or 409, as the resource says
     */
    @Transactional
    public CodingView code(UUID response, String item, String coder, NewCodes given) {
        CodedText text = find(response, item, coder);
        Codes codes = read(given.codebook(), item, given.codes());
        if (text.code(coder, codes)) {
            kept.code(response, item, coder, codes);
            text = find(response, item, coder); // now the other coder's codes are known, if there are any
            if (text.agreement().isPresent()) {
                text.agreeOn(coder, codes);
                settle(text, codes, null, null);
            }
        }
        return new CodingView(response, item, text.state(coder), codes.codebook(), codes.codes());
    }

    /** Takes a coder's own codes back, as long as the other one is not done. */
    @Transactional
    public void undo(UUID response, String item, String coder) {
        find(response, item, coder).undo(coder);
        kept.undo(response, item, coder);
    }

    /** Settles a text that two coded differently. */
    @Transactional
    public CodingView agree(UUID response, String item, String coder, NewConsensus given) {
        CodedText text = find(response, item, coder);
        Codes codes = read(text.codebook(), item, given.codes());
        if (text.agreeOn(coder, codes)) {
            settle(text, codes, given.note(), coder);
        }
        return new CodingView(response, item, text.state(coder), codes.codebook(), codes.codes());
    }

    private CodedText find(UUID response, String item, String evaluator) {
        return texts.lock(response, item, evaluator)
                .orElseThrow(() -> Refusal.notFound("text").problem());
    }

    private void settle(CodedText text, Codes consensus, String note, String settledBy) {
        kept.agree(text.response(), text.item(), consensus, note, settledBy);
        telling.codes(text.response(), text.item(), consensus, text.judgements());
    }

    private Codes read(CodebookReference reference, String item, List<String> given) {
        Codebook codebook = codebooks
                .find(reference)
                .filter(found -> found.isFor(item))
                .orElseThrow(() -> Refusal.badRequest("codebook-unknown", "There is no such codebook for this item")
                        .violation("codebook", "does not exist for " + item)
                        .problem());
        Violations violations = Violations.none();
        for (int index = 0; index < given.size(); index++) {
            if (!codebook.has(given.get(index))) {
                violations.of("codes", index).add("is not in the codebook");
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("code-unknown", "A code is not in the codebook")
                    .violations(violations.all())
                    .problem();
        }
        return new Codes(reference, codebook.ordered(given));
    }
}
