package org.mentoringcommons.analytics.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each module against the gain on each scale, hours held equal; unknown coverage again a category of its own. */
record ModulesSection(List<Sample> samples) {

    private static final int MOST_MODULES = 40;

    Section build() {
        Map<String, List<Measure>> rows = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Coverage coverage = Coverage.of(sample);
            coverage.modules().stream()
                    .limit(MOST_MODULES)
                    .forEach(module -> rows.put(
                            sample.key() + " / " + module,
                            new CoveredModel(sample, coverage, workshop -> Coverage.covers(workshop, module))
                                    .measures()));
        }
        return new Section(
                "dose_modules",
                "Modules and outcome",
                List.of(
                        "Model: gain ~ hours + module covered + coverage unknown. The figure is the difference between"
                                + " workshops that covered the module and workshops that did not, in scale points.",
                        "Adjusted by Benjamini and Hochberg over all rows. A module that every workshop of known coverage"
                                + " covered, or none, cannot be looked at.",
                        Coverage.COUNTED),
                CoveredModel.adjusted(rows));
    }
}
