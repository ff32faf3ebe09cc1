package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Rating;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** Everything one pass over a study's answers gathers: exact counts and everybody's scores. */
public final class Gathered implements Fold<Gathered>, AnswerReader {

    private final StudyInstruments instruments;
    private final List<Groups> groupings;
    private final List<Scale> scales;
    private final Rating[] ratings;
    private final List<OptionTally> participants;
    private final List<FavourableTally> satisfaction;
    private final List<ItemTally> items;
    private final List<RatedTally> rated;
    private final Columns own;
    private final List<Columns> columns = new ArrayList<>();

    /**
     * Starts with nobody.
     *
     * @param definition what the study declared
     * @param instruments the structures known
     */
    public Gathered(Study.Definition definition, StudyInstruments instruments) {
        Tables tables = definition.tables();
        this.instruments = instruments;
        participants = tables.participants().stream()
                .map(table -> new OptionTally(table.item(), instruments.codes(table.item())))
                .toList();
        satisfaction = tables.satisfaction().stream().map(FavourableTally::new).toList();
        scales = tables.gains().stream()
                .distinct()
                .flatMap(key -> instruments.poolable(key).stream())
                .toList();
        ratings = scales.stream().map(Rating::new).toArray(Rating[]::new);
        items = scales.stream()
                .map(scale -> new ItemTally(scale, instruments.points(scale)))
                .toList();
        rated = tables.scores().stream()
                .distinct()
                .flatMap(key -> instruments.poolableRated(key).stream())
                .map(RatedTally::new)
                .toList();
        groupings = Compared.of(definition).stream()
                .flatMap(compared -> compared.byAnswer().stream())
                .toList();
        own = new Columns(groupings, scales.size(), rated.size());
        columns.add(own);
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        for (int scale = 0; scale < ratings.length; scale++) {
            ratings[scale].read(answers);
            items.get(scale).read(ratings[scale]);
        }
        for (OptionTally tally : participants) {
            tally.read(answers);
        }
        for (FavourableTally tally : satisfaction) {
            tally.read(answers);
        }
        for (RatedTally tally : rated) {
            tally.read(answers);
        }
        own.read(workshop, answers, ratings, rated);
    }

    /** Columns are not copied: they are read where they are, so what was merged must not read any further. */
    @Override
    public Gathered merge(Gathered other) {
        each(participants, other.participants);
        each(satisfaction, other.satisfaction);
        each(items, other.items);
        each(rated, other.rated);
        columns.addAll(other.columns);
        return this;
    }

    private static <F extends Fold<F>> void each(List<F> mine, List<F> others) {
        IntStream.range(0, mine.size()).forEach(i -> mine.get(i).merge(others.get(i)));
    }

    /** Gives back what memory is not needed once everybody is there; {@return about how many bytes are held} */
    public long trim() {
        own.trim();
        return own.bytes()
                + items.stream().mapToLong(ItemTally::bytes).sum()
                + rated.stream().mapToLong(RatedTally::bytes).sum()
                + OptionTally.ABOUT * (participants.size() + satisfaction.size() + groupings.size());
    }

    /** With what everybody was asked. */
    StudyInstruments instruments() {
        return instruments;
    }

    List<OptionTally> participants() {
        return participants;
    }

    List<FavourableTally> satisfaction() {
        return satisfaction;
    }

    List<Scale> scales() {
        return scales;
    }

    /** Scales that are rated once, in the declared order. */
    List<RatedTally> rated() {
        return rated;
    }

    List<Groups> groupings() {
        return groupings;
    }

    /** Those of every part, in no order. */
    Stream<Columns> columns() {
        return columns.stream().filter(part -> part.size() > 0);
    }

    /** What is known of a scale's items; scales counted in the declared order. */
    ItemTally items(int scale) {
        return items.get(scale);
    }
}
