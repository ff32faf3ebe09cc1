package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;

/** What evaluators do with texts; the consensus is told to the other services in the same transaction. */
@ApplicationScoped
class Coding {

    private final Texts texts;
    private final Codebooks codebooks;
    private final Outbox outbox;

    Coding(Texts texts, Codebooks codebooks, Outbox outbox) {
        this.texts = texts;
        this.codebooks = codebooks;
        this.outbox = outbox;
    }

    @Transactional
    public CodingView code(UUID response, String item, String coder, NewCodes given) {
        CodedText text = find(response, item, coder);
        Codes codes = read(given.codebook(), item, given.codes());
        if (text.code(coder, codes)) {
            texts.code(text, coder, codes);
            text.consensus().ifPresent(consensus -> settle(text, consensus));
        }
        return new CodingView(response, item, text.state(coder), codes.codebook(), codes.codes());
    }

    @Transactional
    public CodingView agree(UUID response, String item, String evaluator, NewConsensus given) {
        CodedText text = find(response, item, evaluator);
        Codes codes = read(text.disputed(), item, given.codes());
        if (text.agreeOn(codes)) {
            settle(text, codes);
        }
        return new CodingView(response, item, text.state(evaluator), codes.codebook(), codes.codes());
    }

    private CodedText find(UUID response, String item, String evaluator) {
        return texts.lock(response, item, evaluator)
                .orElseThrow(() -> Refusal.notFound("text").problem());
    }

    private void settle(CodedText text, Codes consensus) {
        texts.agree(text, consensus);
        outbox.append(CodingFact.of(text.response(), text.item(), text.revision(), consensus));
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
