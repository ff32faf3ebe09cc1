package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.study.Tables;

/** How many of those who answered one item answered it favourably. */
final class FavourableTally implements Fold<FavourableTally> {

    private final Tables.SatisfactionRow declared;
    private final Set<String> favourable;
    private long answered;
    private long favourably;

    FavourableTally(Tables.SatisfactionRow declared) {
        this.declared = declared;
        this.favourable = Set.copyOf(declared.favourable());
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        List<String> codes = answers.codes(declared.item());
        answered += codes.isEmpty() ? 0 : 1;
        favourably += codes.stream().anyMatch(favourable::contains) ? 1 : 0;
    }

    @Override
    public FavourableTally merge(FavourableTally other) {
        answered += other.answered;
        favourably += other.favourably;
        return this;
    }

    Row row() {
        return new Row(declared.row(), Measure.count(favourably, answered), Measure.percent(favourably, answered));
    }
}
