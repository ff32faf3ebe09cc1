package org.mentoringcommons.survey.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.coding.Assignments;
import org.mentoringcommons.survey.coding.Codebook;
import org.mentoringcommons.survey.coding.Codebooks;
import org.mentoringcommons.survey.coding.Coding;
import org.mentoringcommons.survey.coding.NewCodes;
import org.mentoringcommons.survey.coding.NewConsensus;
import org.mentoringcommons.survey.coding.State;
import org.mentoringcommons.survey.coding.TextView;
import org.mentoringcommons.survey.coding.Texts;
import org.mentoringcommons.survey.redaction.Redaction;
import org.mentoringcommons.survey.redaction.Span;
import org.mentoringcommons.survey.redaction.Waiting;
import org.mentoringcommons.tenancy.Refusal;

/** What a coder does next: look through texts, then code them, then settle what the two dispute. */
@ApplicationScoped
class Desk {

    private final Assignments assignments;
    private final Redaction redaction;
    private final Texts texts;
    private final Coding coding;
    private final Codebooks codebooks;

    Desk(Assignments assignments, Redaction redaction, Texts texts, Coding coding, Codebooks codebooks) {
        this.assignments = assignments;
        this.redaction = redaction;
        this.texts = texts;
        this.coding = coding;
        this.codebooks = codebooks;
    }

    /** What a coder is to code, and how far it is. */
    record Errand(Assignments.Errand of, long waiting, Map<State, Long> counts) {

        public long left() {
            return waiting + counts.get(State.UNCODED) + counts.get(State.DISPUTED);
        }
    }

    /**
     * @param last the text that was just coded and can be taken back; null if none was
     * @param again a text to be shown again; null to go on
     */
    record Done(UUID last, UUID again) {}

    @Transactional
    List<Errand> errands(String coder) {
        return assignments.of(coder).stream()
                .map(errand -> errand(coder, errand))
                .toList();
    }

    private Errand errand(String coder, Assignments.Errand errand) {
        return new Errand(
                errand,
                redaction.waiting(coder, errand.protocol(), errand.item()),
                texts.count(coder, errand.protocol(), errand.item()));
    }

    /**
     * The next screen; of this text, if it is still to be decided about.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code assignment-not-found}
     */
    Screen next(String coder, UUID protocol, String item, UUID text, UUID last) {
        Errand errand = errands(coder).stream()
                .filter(one ->
                        one.of().protocol().equals(protocol) && one.of().item().equals(item))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("assignment").problem());
        Screens screens = new Screens(errand, last);
        if (text != null) {
            Optional<TextView> wanted = texts.list(coder, Texts.Wanted.only(protocol, item, text)).stream()
                    .findFirst();
            if (wanted.filter(found -> found.state() == State.UNCODED).isPresent()) {
                return screens.code(wanted.get(), codebook(errand));
            }
        }
        if (errand.waiting() > 0) {
            Optional<Waiting> waiting = redaction.first(coder, protocol, item);
            if (waiting.isPresent()) {
                return screens.redact(waiting.get());
            }
        }
        return first(coder, errand, State.UNCODED)
                .map(found -> screens.code(found, codebook(errand)))
                .or(() -> first(coder, errand, State.DISPUTED)
                        .map(found -> screens.settle(found, codebook(errand), coder)))
                .orElseGet(screens::done);
    }

    private Optional<TextView> first(String coder, Errand errand, State state) {
        return texts
                .list(
                        coder,
                        Texts.Wanted.first(errand.of().protocol(), errand.of().item(), state))
                .stream()
                .findFirst();
    }

    private Codebook codebook(Errand errand) {
        return codebooks.find(errand.of().codebook()).orElseThrow();
    }

    /** Does what a screen says. */
    Done decide(String coder, Sent sent) {
        Errand errand = errands(coder).stream()
                .filter(one -> one.of().protocol().equals(sent.protocol())
                        && one.of().item().equals(sent.item()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("assignment").problem());
        switch (sent.deed()) {
            case REDACT -> {
                redact(coder, sent);
                return new Done(null, null);
            }
            case CODE -> {
                List<String> codes = Numbers.codes(sent, codebook(errand));
                coding.code(
                        sent.text(),
                        sent.item(),
                        coder,
                        new NewCodes(errand.of().codebook(), codes));
                return new Done(sent.text(), null);
            }
            case SETTLE -> {
                List<String> codes = Numbers.codes(sent, codebook(errand));
                String note = sent.note().isEmpty() ? null : sent.note();
                if (note != null && note.length() > NewConsensus.LONGEST_NOTE) {
                    throw Refusal.badRequest("note-too-long", "The note is too long")
                            .violation("note", "has more than " + NewConsensus.LONGEST_NOTE + " characters")
                            .problem();
                }
                coding.agree(sent.text(), sent.item(), coder, new NewConsensus(codes, note));
                return new Done(null, null);
            }
            case UNDO -> {
                if (sent.last() == null) {
                    throw Refusal.conflict("not-coded", "There is nothing to take back")
                            .problem();
                }
                coding.undo(sent.last(), sent.item(), coder);
                return new Done(null, sent.last());
            }
        }
        throw new IllegalStateException("unknown deed");
    }

    private void redact(String coder, Sent sent) {
        Waiting waiting = redaction.find(coder, sent.item(), sent.text()).orElseThrow(() -> Refusal.notFound("text")
                .problem());
        List<Span> spans = new ArrayList<>(Numbers.spans(sent));
        Numbers.words(sent, waiting.text(), spans);
        redaction.decide(
                sent.text(),
                sent.item(),
                coder,
                new org.mentoringcommons.survey.redaction.Decision(sent.revision(), spans));
    }
}
