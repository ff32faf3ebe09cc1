package org.mentoringcommons.analytics.instrument;

/**
 * Reads how person after person rated the items of one scale, and what score that gives. Not safe for use by several
 * threads.
 */
public final class Rating {

    private final Scale scale;
    private final int[] then;
    private final int[] now;
    private Structure structure;
    private Terms terms;
    private int answered;
    private int thenSum;
    private int nowSum;

    /** @param scale whose items are read; where an instrument does not have the scale, nobody rated any of them */
    public Rating(Scale scale) {
        this.scale = scale;
        this.then = new int[scale.items().size()];
        this.now = new int[scale.items().size()];
    }

    /** Reads one person's ratings; what else is asked here is about this person. */
    public void read(Answers answers) {
        if (answers.structure() != structure) {
            structure = answers.structure();
            terms = structure.terms(scale);
        }
        byte[] rows = answers.rows();
        int at = answers.at();
        answered = 0;
        thenSum = 0;
        nowSum = 0;
        int[] offsets = terms.offsets();
        for (int item = 0; item < offsets.length; item++) {
            int from = at + offsets[item];
            boolean given = offsets[item] >= 0 && rows[from] != 0;
            then[item] = given ? terms.counted(item, rows[from]) : 0;
            now[item] = given ? terms.counted(item, rows[from + 1]) : 0;
            thenSum += then[item];
            nowSum += now[item];
            answered += given ? 1 : 0;
        }
    }

    /** {@return the ratings before as they count, 0 where an item was not answered; overwritten by the next person's} */
    public int[] then() {
        return then;
    }

    /** {@return the ratings now} */
    public int[] now() {
        return now;
    }

    /** {@return whether the person's version has the scale} */
    public boolean isAsked() {
        return terms.isAsked();
    }

    /** {@return whether every item was answered} */
    public boolean isComplete() {
        return answered == then.length;
    }

    /** {@return whether enough items were answered for a score by the scale's rule} */
    public boolean hasScore() {
        return terms.suffices(answered);
    }

    /** {@return the score before, in {@link Scale#unitsPerPoint() integer units}; only for who has one} */
    public int thenScore() {
        return terms.score(thenSum, answered);
    }

    /** {@return the score now} */
    public int nowScore() {
        return terms.score(nowSum, answered);
    }
}
