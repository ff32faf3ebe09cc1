package org.mentoringcommons.survey.coding;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/** One answer to one text item, with what its coders made of it. Two people code it, apart; then there is consensus. */
class CodedText {

    private static final int CODERS = 2;

    private final UUID response;
    private final String item;
    private final int revision;
    private final Map<String, Codes> byCoder;
    private Codes consensus;

    /** @param revision of the answer, from 1 */
    CodedText(UUID response, String item, int revision, Map<String, Codes> byCoder, Codes consensus) {
        this.response = response;
        this.item = item;
        this.revision = revision;
        this.byCoder = new LinkedHashMap<>(byCoder);
        this.consensus = consensus;
    }

    /**
     * Takes one coder's codes; again as long as there is no consensus. The same ones once more change nothing.
     *
     * @return whether anything changed
     */
    boolean code(String coder, Codes codes) {
        if (codes.equals(byCoder.get(coder))) {
            return false;
        }
        if (consensus != null) {
            throw Refusal.conflict("consensus-reached", "The text's codes are settled")
                    .problem();
        }
        if (!byCoder.containsKey(coder) && byCoder.size() == CODERS) {
            throw Refusal.conflict("coded-by-two", "Two others have coded this text")
                    .problem();
        }
        byCoder.forEach((other, theirs) -> {
            if (!other.equals(coder) && !theirs.codebook().equals(codes.codebook())) {
                throw Refusal.conflict("codebook-differs", "The text's other coder used another codebook")
                        .violation(
                                "codebook",
                                "must be " + theirs.codebook().key() + " "
                                        + theirs.codebook().version())
                        .problem();
            }
        });
        byCoder.put(coder, codes);
        if (byCoder.size() == CODERS && new HashSet<>(byCoder.values()).size() == 1) {
            consensus = codes;
        }
        return true;
    }

    /** The codebook that two coders used who do not agree. */
    CodebookReference disputed() {
        if (state("") != State.DISPUTED && consensus == null) {
            throw Refusal.conflict("not-disputed", "The text has not been coded by two yet")
                    .problem();
        }
        return byCoder.values().iterator().next().codebook();
    }

    /**
     * Settles what the coders disputed. The same consensus once more changes nothing.
     *
     * @return whether anything changed
     */
    boolean agreeOn(Codes codes) {
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

    Optional<Codes> consensus() {
        return Optional.ofNullable(consensus);
    }

    /** How it stands, as one coder may know it: never what another did. */
    State state(String coder) {
        if (consensus != null) {
            return State.AGREED;
        }
        if (byCoder.size() == CODERS) {
            return State.DISPUTED;
        }
        return byCoder.containsKey(coder) ? State.CODED : State.UNCODED;
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
}
