package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.MixedModel;

/**
 * Models of one scale's gain, or score, with a random intercept for each workshop and properties of the workshop as
 * predictors. It goes in as an integer in the scale's units and comes out in scale points.
 */
record WorkshopModel(
        List<Alikeness.Sums> alike,
        int unitsPerPoint,
        Predicate<DeliveredWorkshop> include,
        List<Predictor> predictors) {

    /** What is known of a workshop, as a whole number. */
    interface Predictor {
        double of(DeliveredWorkshop workshop);
    }

    WorkshopModel(Sample sample) {
        this(sample.alike(), sample.unitsPerPoint());
    }

    WorkshopModel(List<Alikeness.Sums> alike, int unitsPerPoint) {
        this(alike, unitsPerPoint, workshop -> true, List.of());
    }

    WorkshopModel where(Predicate<DeliveredWorkshop> only) {
        return new WorkshopModel(alike, unitsPerPoint, only, predictors);
    }

    WorkshopModel with(Predictor... all) {
        return new WorkshopModel(alike, unitsPerPoint, include, List.of(all));
    }

    MixedModel.Result fit() {
        List<MixedModel.Alike> groups = alike.stream()
                .filter(sums -> include.test(sums.example))
                .map(this::group)
                .toList();
        return MixedModel.withDefaults().withClusterDegreesOfFreedom().fitAlike(groups);
    }

    private MixedModel.Alike group(Alikeness.Sums sums) {
        List<Double> values =
                predictors.stream().map(predictor -> predictor.of(sums.example)).toList();
        return new MixedModel.Alike(sums.clusters, sums.size, values, sums.sum, sums.squaredSums, sums.squares);
    }

    /** The mean that allows for people of a workshop being alike. */
    Measure mean(String name) {
        return effect(name, "", fit(), 0, 1).get(0);
    }

    /**
     * One coefficient with its interval, and its p.
     *
     * @param name of the coefficient; its p is called {@code p_<name>}
     * @param at position among the coefficients, 0 the constant
     * @param units how many predictor units the figure is about: 60 minutes make an hour
     */
    List<Measure> effect(String name, String suffix, MixedModel.Result fit, int at, double units) {
        Optional<MixedModel.Coefficient> found =
                at < fit.coefficients().size() ? Optional.of(fit.coefficients().get(at)) : Optional.empty();
        double scale = units / unitsPerPoint;
        return List.of(
                Measure.number(
                                name + suffix,
                                found.map(c -> OptionalDouble.of(c.estimate() * scale))
                                        .orElse(OptionalDouble.empty()),
                                fit.n(),
                                fit.method(),
                                fit.outcome())
                        .within(found.map(c -> Ends.times(c.interval(), scale))),
                Measure.number(
                        "p_" + name + suffix,
                        found.map(c -> OptionalDouble.of(c.p())).orElse(OptionalDouble.empty()),
                        fit.n(),
                        fit.method(),
                        fit.outcome()));
    }
}
