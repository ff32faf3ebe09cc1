package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.MixedModel;

/**
 * Whether longer workshops, or workshops that covered more, gained more: mixed models with a random intercept for each
 * workshop. Where nobody knows what was covered, that is a category of its own; the same without these workshops stands
 * beside it.
 */
record DoseSection(List<Sample> samples) {

    private static final double MINUTES = 60;
    private static final String NONE_UNKNOWN = "the coverage of every workshop is known";
    private static final String NONE_KNOWN = "the coverage of no workshop is known";

    Section build() {
        return new Section(
                "dose_outcome",
                "Dose and outcome",
                List.of(
                        "Workshops were not assigned to lengths or modules: these are associations. All predictors belong to"
                                + " workshops, so workshops, not people, are the evidence; several workshops of one site are treated"
                                + " as independent. Models: gain ~ hours; gain ~ hours + modules covered + coverage unknown; gain ~"
                                + " hours + modules covered, without workshops of unknown coverage.",
                        Coverage.COUNTED),
                samples.parallelStream().map(DoseSection::row).toList());
    }

    private static Row row(Sample sample) {
        List<Measure> measures = new ArrayList<>();
        WorkshopModel gain = new WorkshopModel(sample);
        Coverage coverage = Coverage.of(sample);
        measures.add(Measure.count("workshops", coverage.workshops(), coverage.workshops()));
        measures.add(Measure.count("workshops_coverage_unknown", coverage.unknown(), coverage.workshops()));
        MixedModel.Result hours = gain.with(DeliveredWorkshop::minutes).fit();
        measures.addAll(gain.effect("gain_per_hour", "", hours, 1, MINUTES));
        coverage(sample, coverage, measures);
        return new Row(sample.key(), measures);
    }

    private static void coverage(Sample sample, Coverage coverage, List<Measure> to) {
        WorkshopModel gain = new WorkshopModel(sample);
        WorkshopModel.Predictor modules =
                workshop -> workshop.modules().map(Set::size).orElse(0);
        WorkshopModel.Predictor unknown = workshop -> workshop.modules().isEmpty() ? 1 : 0;
        if (coverage.known() == 0) {
            to.add(Measure.undefined("gain_per_module", coverage.people(), NONE_KNOWN));
            to.add(Measure.undefined("unknown_coverage", coverage.people(), NONE_KNOWN));
            to.add(Measure.undefined("gain_per_module_known_only", coverage.people(), NONE_KNOWN));
            return;
        }
        MixedModel.Result fit = coverage.unknown() == 0
                ? gain.with(DeliveredWorkshop::minutes, modules).fit()
                : gain.with(DeliveredWorkshop::minutes, modules, unknown).fit();
        to.addAll(gain.effect("gain_per_hour", "_adjusted", fit, 1, MINUTES));
        to.addAll(gain.effect("gain_per_module", "", fit, 2, 1));
        if (coverage.unknown() == 0) {
            to.add(Measure.undefined("unknown_coverage", coverage.people(), NONE_UNKNOWN));
        } else {
            to.addAll(gain.effect("unknown_coverage", "", fit, 3, 1));
        }
        MixedModel.Result known = gain.where(workshop -> workshop.modules().isPresent())
                .with(DeliveredWorkshop::minutes, modules)
                .fit();
        to.addAll(gain.effect("gain_per_hour", "_known_only", known, 1, MINUTES));
        to.addAll(gain.effect("gain_per_module", "_known_only", known, 2, 1));
    }
}
