package org.mentoringcommons.analytics.cube;

import java.util.Comparator;
import java.util.Locale;

/**
 * What is measured of every group.
 *
 * @param subject of which kind it is
 * @param name as the study declares it: a row of satisfaction, a section, a scale; a section and one of its options or codes
 *     with {@code /} between where people can choose several; {@code response} for participation
 */
public record MeasureKey(Subject subject, String name) implements Comparable<MeasureKey> {

    private static final Comparator<MeasureKey> ORDER =
            Comparator.comparing(MeasureKey::subject).thenComparing(MeasureKey::name);

    /** Kinds of measures, in the order of a release. */
    public enum Subject {
        /** Answers given for research, of people present. */
        PARTICIPATION,
        /** Favourable answers, of those who answered the item. */
        SATISFACTION,
        /** Options of an item about the people themselves. */
        CHOICE,
        /** Codes of free texts. */
        CODED,
        /** Scores of a scale before and now. */
        GAIN;

        /** {@return whether people are told apart by what they said about themselves} */
        boolean isByStage() {
            return this != PARTICIPATION && this != CODED;
        }

        /** {@return its name in documents, such as {@code gain}} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return such as {@code gain/communication}} */
    @Override
    public String toString() {
        return subject.word() + "/" + name;
    }

    @Override
    public int compareTo(MeasureKey other) {
        return ORDER.compare(this, other);
    }
}
