package org.mentoringcommons.analytics.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.figure.CoverageMatrix;
import org.mentoringcommons.analytics.figure.SiteBars;
import org.mentoringcommons.analytics.section.Label;

/** What workshops covered and who was there. */
record WorkshopIllustrations(List<DeliveredWorkshop> workshops, Map<String, String> aliases) {

    /** More would be too thin to see. */
    private static final int MOST_COLUMNS = 60;

    private static final int MOST_SITES = 60;
    private static final int MOST_MODULES = 40;

    String count() {
        return workshops.size() == 1 ? "one analysed workshop" : workshops.size() + " analysed workshops";
    }

    CoverageMatrix modules() {
        Set<String> names = new TreeSet<>();
        workshops.forEach(workshop -> workshop.modules().ifPresent(names::addAll));
        List<String> modules = names.stream().limit(MOST_MODULES).toList();
        boolean single = workshops.size() <= MOST_COLUMNS;
        String columns = single
                ? "One column a workshop, numbered by site and day."
                : "One column a set of modules, the most frequent first; the number above is how many workshops covered it.";
        return new CoverageMatrix(
                "modules",
                "Modules covered",
                columns
                        + " A question mark says that nobody knows what was covered. At the right: how many of the workshops"
                        + " of known coverage covered the module.",
                modules.stream().map(Label::of).toList(),
                single ? single() : together());
    }

    private List<CoverageMatrix.Column> single() {
        List<CoverageMatrix.Column> columns = new ArrayList<>();
        workshops.stream()
                .sorted(Comparator.comparing((DeliveredWorkshop workshop) -> alias(workshop.institution()))
                        .thenComparing(DeliveredWorkshop::day)
                        .thenComparing(DeliveredWorkshop::id))
                .forEach(workshop -> columns.add(new CoverageMatrix.Column(
                        Integer.toString(columns.size() + 1), 1, labels(workshop.modules()))));
        return columns;
    }

    private List<CoverageMatrix.Column> together() {
        Map<Optional<Set<String>>, Long> covered = new LinkedHashMap<>();
        workshops.forEach(workshop -> covered.merge(workshop.modules(), 1L, Long::sum));
        Map<Optional<Set<String>>, Long> patterns = new LinkedHashMap<>();
        covered.forEach((modules, count) -> patterns.merge(labels(modules), count, Long::sum));
        return patterns.entrySet().stream()
                .sorted(Map.Entry.<Optional<Set<String>>, Long>comparingByValue()
                        .reversed()
                        .thenComparing(pattern -> pattern.getKey().toString()))
                .limit(MOST_COLUMNS)
                .map(pattern -> new CoverageMatrix.Column(
                        Long.toString(pattern.getValue()), pattern.getValue(), pattern.getKey()))
                .toList();
    }

    private static Optional<Set<String>> labels(Optional<Set<String>> covered) {
        return covered.map(modules -> {
            Set<String> labels = new TreeSet<>();
            modules.forEach(module -> labels.add(Label.of(module)));
            return labels;
        });
    }

    SiteBars people() {
        Map<String, SiteBars.Site> sites = new TreeMap<>();
        workshops.forEach(workshop -> sites.merge(
                alias(workshop.institution()),
                new SiteBars.Site(
                        alias(workshop.institution()),
                        1,
                        workshop.attended(),
                        workshop.responded().count(),
                        workshop.consented().count()),
                WorkshopIllustrations::plus));
        List<SiteBars.Site> shown = sites.values().stream()
                .sorted(Comparator.comparingLong(SiteBars.Site::attended)
                        .reversed()
                        .thenComparing(SiteBars.Site::label))
                .limit(MOST_SITES)
                .toList();
        String rest =
                sites.size() > shown.size() ? " The " + shown.size() + " largest of " + sites.size() + " sites." : "";
        return new SiteBars(
                "people",
                "People at each site",
                "The wide bar is everybody present, the upright line everybody who responded, the narrow bar everybody who"
                        + " agreed to research." + rest,
                shown);
    }

    private static SiteBars.Site plus(SiteBars.Site one, SiteBars.Site other) {
        return new SiteBars.Site(
                one.label(),
                one.workshops() + other.workshops(),
                one.attended() + other.attended(),
                one.responded() + other.responded(),
                one.consented() + other.consented());
    }

    private String alias(String institution) {
        return aliases.getOrDefault(institution, institution);
    }
}
