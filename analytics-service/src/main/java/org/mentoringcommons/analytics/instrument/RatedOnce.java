package org.mentoringcommons.analytics.instrument;

/**
 * Reads how person after person rated the items of a scale that is asked once, not before and now, and what score that
 * gives. Not safe for use by several threads.
 */
public final class RatedOnce {

    private final Scale scale;
    private final int[] ratings;
    private Structure structure;
    private Terms terms;
    private int answered;
    private int sum;

    /** @param scale whose items are read; where an instrument does not have the scale, nobody rated any of them */
    public RatedOnce(Scale scale) {
        this.scale = scale;
        this.ratings = new int[scale.items().size()];
    }

    /** Reads one person's ratings; what else is asked here is about this person. */
    public void read(Answers answers) {
        if (answers.structure() != structure) {
            structure = answers.structure();
            terms = structure.terms(scale);
        }
        answered = 0;
        sum = 0;
        for (int item = 0; item < ratings.length; item++) {
            int offset = terms.offsets()[item];
            ratings[item] = offset < 0 ? 0 : terms.counted(item, answers.rows()[answers.at() + offset]);
            sum += ratings[item];
            answered += ratings[item] == 0 ? 0 : 1;
        }
    }

    /** {@return the ratings as they count, 0 where an item was not answered; overwritten by the next person's} */
    public int[] ratings() {
        return ratings;
    }

    /** {@return whether the person's version has the scale} */
    public boolean isAsked() {
        return terms.isAsked();
    }

    /** {@return whether every item was answered} */
    public boolean isComplete() {
        return answered == ratings.length;
    }

    /** {@return whether enough items were answered for a score by the scale's rule} */
    public boolean hasScore() {
        return terms.suffices(answered);
    }

    /** {@return the score, in {@link Scale#unitsPerPoint() integer units}; only for who has one} */
    public int score() {
        return terms.score(sum, answered);
    }
}
