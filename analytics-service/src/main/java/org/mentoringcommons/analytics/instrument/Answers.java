package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** What one person answered, read from the packed row as far as it is asked for; never leaves the service as such. */
@JsonIgnoreType
public final class Answers {

    private static final int NOBODY = -1;
    private final Structure structure;
    private final byte[] rows;
    private final int at;

    Answers(Structure structure, byte[] rows, int at) {
        this.structure = structure;
        this.rows = rows;
        this.at = at;
    }

    Structure structure() {
        return structure;
    }

    byte[] rows() {
        return rows;
    }

    int at() {
        return at;
    }

    /** {@return a number that everybody has who answered the same, and that tells nothing of what it was} */
    public long digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(rows, at, structure.bytes());
            return ByteBuffer.wrap(sha.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return the codes chosen at an item; empty if it was not answered} */
    public List<String> codes(String item) {
        return answer(item).map(Answer::codes).orElse(List.of());
    }

    /** {@return before and now at a then/now item, if answered} */
    public Optional<Answer.Pair> pair(String item) {
        return answer(item).filter(Answer.Pair.class::isInstance).map(Answer.Pair.class::cast);
    }

    /**
     * {@return the scores before and now, in {@link Scale#unitsPerPoint() integer units}; none for who has too few answers
     * by the scale's rule}
     */
    public Optional<Answer.Pair> sums(Scale scale) {
        long sums = scores(rows, at, structure.terms(scale));
        return sums == NOBODY ? Optional.empty() : Optional.of(new Answer.Pair((int) (sums >>> 32), (int) sums));
    }

    /** Both scores in one number, before in the upper half; -1 if there are none. */
    static long scores(byte[] rows, int at, Terms terms) {
        int then = 0;
        int now = 0;
        int answered = 0;
        int[] offsets = terms.offsets();
        for (int item = 0; item < offsets.length; item++) {
            int from = at + offsets[item];
            if (offsets[item] >= 0 && rows[from] != 0) {
                then += terms.counted(item, rows[from]);
                now += terms.counted(item, rows[from + 1]);
                answered++;
            }
        }
        return terms.suffices(answered)
                ? (long) terms.score(then, answered) << 32 | terms.score(now, answered)
                : NOBODY;
    }

    private Optional<Answer> answer(String item) {
        int offset = structure.offset(item);
        return offset < 0
                ? Optional.empty()
                : structure.item(item).orElseThrow().unpack(rows, at + offset);
    }
}
