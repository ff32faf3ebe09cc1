package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choosing;
import org.mentoringcommons.analytics.study.Tables;

/** How many of those who answered one item answered it favourably. */
final class FavourableTally implements Fold<FavourableTally> {

    private final Tables.SatisfactionRow declared;
    private final int favourable;
    private final Choosing choosing;
    private long answered;
    private long favourably;

    FavourableTally(Tables.SatisfactionRow declared) {
        List<String> codes = declared.favourable().stream().distinct().toList();
        this.declared = declared;
        this.favourable = codes.size();
        this.choosing = new Choosing(declared.item(), codes); // these have the first numbers
    }

    void read(Answers answers) {
        int codes = choosing.read(answers);
        answered += codes == 0 ? 0 : 1;
        favourably += IntStream.range(0, codes).anyMatch(which -> choosing.number(which) < favourable) ? 1 : 0;
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
