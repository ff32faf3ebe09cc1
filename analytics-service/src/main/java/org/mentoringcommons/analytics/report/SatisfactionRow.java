package org.mentoringcommons.analytics.report;

import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.study.Tables;

/** How many of those who answered one item answered it favourably. */
final class SatisfactionRow implements AnswerReader {

    private final Tables.SatisfactionRow declared;
    private final Set<String> favourable;
    private long answered;
    private long favourably;

    SatisfactionRow(Tables.SatisfactionRow declared) {
        this.declared = declared;
        this.favourable = Set.copyOf(declared.favourable());
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        List<String> codes = answers.codes(declared.item());
        answered += codes.isEmpty() ? 0 : 1;
        favourably += codes.stream().anyMatch(favourable::contains) ? 1 : 0;
    }

    Row build() {
        return new Row(declared.row(), Measure.count(favourably, answered), Measure.percent(favourably, answered));
    }
}
