package org.mentoringcommons.analytics.section;

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

    private static final String NUMERATOR =
            "Everybody who responded, consenting to research or not, over people present in"
                    + " at least one session. The mean weighs workshops equally, the pooled rate people; its Wilson interval treats"
                    + " people as independent. A workshop nobody is recorded to have attended, or fewer than responded, has no rate"
                    + " and is left out.";
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
                "Response rate",
                List.of(NUMERATOR),
                List.of(new Row(
                        "workshops",
                        Measure.number("mean", rate.mean(), rate.workshops(), rate.method(), TOO_FEW),
                        Measure.number("sd", rate.sd(), rate.workshops(), rate.method(), TOO_FEW),
                        Measure.number("median", rate.median(), rate.workshops(), rate.method(), TOO_FEW),
                        pooled(rate),
                        Measure.count("left_out", (long) analysed - rates.size(), analysed))));
    }

    private static Measure pooled(ResponseRate rate) {
        Proportion share = new Proportion(rate.responded(), rate.invited());
        return Measure.number("pooled", rate.pooled(), rate.invited(), rate.method(), TOO_FEW)
                .of(rate.responded(), rate.invited())
                .within(share.wilson().map(ends -> Ends.times(ends, 100)));
    }

    private static boolean hasRate(DeliveredWorkshop workshop) {
        return workshop.attended() > 0 && workshop.responded().count() <= workshop.attended();
    }
}
