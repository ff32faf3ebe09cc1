package org.mentoringcommons.analytics.report;

import java.util.List;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.Proportion;
import org.mentoringcommons.analytics.statistics.ResponseRate;

/**
 * Response rates of the analysed workshops both ways, in percent: everybody who responded, consenting or not, over
 * people present. A workshop nobody is recorded to have attended, or fewer than responded, has no rate; such are left
 * out and counted as {@code left_out}.
 */
record ResponseRateSection(Cohort cohort) {

    private static final String TOO_FEW = "there are too few workshops with a rate";

    Section build() {
        List<Proportion> rates = cohort.analysed().stream()
                .filter(ResponseRateSection::hasRate)
                .map(workshop -> new Proportion(workshop.responded().count(), workshop.attended()))
                .toList();
        ResponseRate rate = ResponseRate.of(rates);
        int analysed = cohort.analysed().size();
        return new Section(
                "response_rate",
                List.of(new Row(
                        "workshops",
                        Measure.number("mean", rate.mean(), rate.workshops(), rate.method(), TOO_FEW),
                        Measure.number("sd", rate.sd(), rate.workshops(), rate.method(), TOO_FEW),
                        Measure.number("pooled", rate.pooled(), rate.invited(), rate.method(), TOO_FEW),
                        Measure.count("left_out", (long) analysed - rates.size(), analysed))));
    }

    private static boolean hasRate(DeliveredWorkshop workshop) {
        return workshop.attended() > 0 && workshop.responded().count() <= workshop.attended();
    }
}
