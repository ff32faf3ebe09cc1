package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** Everything one pass over a study's answers gathers: exact counts and the item sums of everybody. */
public final class Gathered implements Fold<Gathered> {

    private final Places places;
    private final List<OptionTally> participants;
    private final List<FavourableTally> satisfaction;
    private final Columns columns;
    private final Map<String, ItemTally> items = new LinkedHashMap<>();

    /**
     * Starts with nobody.
     *
     * @param definition what the study declared
     * @param instruments the structures known
     * @param cohort whose answers will be read
     */
    public Gathered(Study.Definition definition, StudyInstruments instruments, Cohort cohort) {
        Tables tables = definition.tables();
        places = new Places(cohort);
        participants = tables.participants().stream()
                .map(table -> new OptionTally(table.item(), instruments.codes(table.item())))
                .toList();
        satisfaction = tables.satisfaction().stream().map(FavourableTally::new).toList();
        List<Scale> scales = tables.gains().stream()
                .distinct()
                .flatMap(key -> instruments.poolable(key).stream())
                .toList();
        List<Groups> groupings = Compared.of(definition).stream()
                .flatMap(compared -> compared.byAnswer().stream())
                .toList();
        columns = new Columns(places, groupings, scales);
        scales.forEach(scale -> items.put(scale.key(), new ItemTally(scale, instruments.points(scale))));
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        participants.forEach(tally -> tally.read(workshop, answers));
        satisfaction.forEach(tally -> tally.read(workshop, answers));
        columns.read(workshop, answers);
        items.values().forEach(tally -> tally.read(workshop, answers));
    }

    @Override
    public Gathered merge(Gathered other) {
        for (int i = 0; i < participants.size(); i++) {
            participants.get(i).merge(other.participants.get(i));
        }
        for (int i = 0; i < satisfaction.size(); i++) {
            satisfaction.get(i).merge(other.satisfaction.get(i));
        }
        columns.merge(other.columns);
        items.forEach((scale, tally) -> tally.merge(other.items.get(scale)));
        return this;
    }

    Places places() {
        return places;
    }

    List<OptionTally> participants() {
        return participants;
    }

    List<FavourableTally> satisfaction() {
        return satisfaction;
    }

    Columns columns() {
        return columns;
    }

    Map<String, ItemTally> items() {
        return items;
    }

    /** Everybody with a score, one sample a scale in the declared order. */
    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int column = 0; column < columns.scales().size(); column++) {
            Scale scale = columns.scales().get(column);
            samples.add(
                    new Sample(columns, column, places, items.get(scale.key()).points()));
        }
        return samples;
    }
}
