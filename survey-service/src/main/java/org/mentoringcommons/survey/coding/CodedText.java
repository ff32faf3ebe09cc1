package org.mentoringcommons.survey.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/**
 * One answer to one text item, with what its two coders made of it: each alone, and then there is consensus. A coder does
 * not know the other's codes before both are done, and nobody changes their own after that.
 */
class CodedText {

    private static final int CODERS = 2;

    private final UUID response;
    private final String item;
    private final int revision;
    private final Assignment assignment;
    private final Map<String, Codes> byCoder;
    private Codes consensus;

    /**
     * @param revision of the answer, from 1
     * @param byCoder whoever has coded it; without codes where the caller may not know them
     */
    CodedText(
            UUID response,
            String item,
            int revision,
            Assignment assignment,
            Map<String, Optional<Codes>> byCoder,
            Codes consensus) {
        this.response = response;
        this.item = item;
        this.revision = revision;
        this.assignment = assignment;
        this.byCoder = new LinkedHashMap<>();
        byCoder.forEach((coder, codes) -> this.byCoder.put(coder, codes.orElse(null)));
        this.consensus = consensus;
    }

    /**
     * Takes one coder's codes; others in their place until the second coder is done. The same ones once more change
     * nothing.
     *
     * @return whether anything changed
     */
    boolean code(String coder, Codes codes) {
        requireCoder(coder);
        if (!codes.codebook().equals(assignment.codebook())) {
            throw Refusal.conflict("codebook-differs", "The text is coded with another codebook")
                    .violation(
                            "codebook",
                            "must be " + assignment.codebook().key() + " "
                                    + assignment.codebook().version())
                    .problem();
        }
        if (codes.equals(byCoder.get(coder))) {
            return false;
        }
        requireNotDone();
        byCoder.put(coder, codes);
        return true;
    }

    /** Takes one coder's codes back, until the second coder is done. */
    void undo(String coder) {
        requireCoder(coder);
        if (!byCoder.containsKey(coder)) {
            throw Refusal.conflict("not-coded", "There is nothing to take back").problem();
        }
        requireNotDone();
        byCoder.remove(coder);
    }

    /** What both coders coded it as, if they agree without having talked. */
    Optional<Codes> agreement() {
        return isDone() && byCoder.values().stream().distinct().count() == 1
                ? byCoder.values().stream().findFirst()
                : Optional.empty();
    }

    /**
     * Settles what the coders disputed. The same consensus once more changes nothing.
     *
     * @return whether anything changed
     */
    boolean agreeOn(String coder, Codes codes) {
        requireCoder(coder);
        if (consensus == null && !isDone()) {
            throw Refusal.conflict("not-disputed", "The text has not been coded by two yet")
                    .problem();
        }
        if (codes.equals(consensus)) {
            return false;
        }
        if (consensus != null) {
            throw Refusal.conflict("consensus-reached", "The text's codes are settled")
                    .problem();
        }
        consensus = codes;
        return true;
    }

    /** What each coder coded it as before they talked, in the order of the assignment; empty while it is not known. */
    List<List<String>> judgements() {
        return isDone()
                ? byCoder.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(assignment.order()))
                        .map(Map.Entry::getValue)
                        .filter(Objects::nonNull)
                        .map(Codes::codes)
                        .toList()
                : List.of();
    }

    /** How it stands, as one coder may know it: never what another did. */
    State state(String coder) {
        if (consensus != null) {
            return State.AGREED;
        }
        if (isDone()) {
            return State.DISPUTED;
        }
        return byCoder.containsKey(coder) ? State.CODED : State.UNCODED;
    }

    private boolean isDone() {
        return byCoder.size() >= CODERS;
    }

    private void requireCoder(String coder) {
        if (!assignment.names(coder)) {
            throw Refusal.conflict("coded-by-two", "Two others are to code this text")
                    .problem();
        }
    }

    private void requireNotDone() {
        if (consensus != null) {
            throw Refusal.conflict("consensus-reached", "The text's codes are settled")
                    .problem();
        }
        if (isDone()) {
            throw Refusal.conflict("both-coded", "Both coders have coded this text")
                    .detail("What each coded alone stays as it is; settle it by consensus.")
                    .problem();
        }
    }

    UUID response() {
        return response;
    }

    String item() {
        return item;
    }

    int revision() {
        return revision;
    }

    CodebookReference codebook() {
        return assignment.codebook();
    }
}
