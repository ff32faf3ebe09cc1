package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.PublishedCell;
import org.mentoringcommons.analytics.cube.PublishedSite;
import org.mentoringcommons.analytics.statistics.Moments;

/**
 * What a release says of one measure of one group, or of a scale at one site, as it is stored.
 *
 * @param cell categories by dimension; empty for everybody, and for a site
 * @param edition of the study the figures come from; null if none is shown
 * @param figures in an order that is the same for every group
 * @param site alias of an institution that agreed to be named; null for a group
 */
record Entry(
        @JsonProperty("cell") TreeMap<Dimension, String> cell,
        @JsonProperty("subject") MeasureKey.Subject subject,
        @JsonProperty("name") String name,
        @JsonInclude @JsonProperty("edition") Integer edition,
        @JsonProperty("figures") List<Shown> figures,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("site") String site) {

    /**
     * A figure as it may be read.
     *
     * @param text null if suppressed
     */
    record Shown(@JsonProperty("measure") String measure, @JsonInclude @JsonProperty("text") String text) {}

    static Entry of(PublishedCell cell) {
        return new Entry(
                new TreeMap<>(cell.cell().categories()),
                cell.measure().subject(),
                cell.measure().name(),
                cell.origin().isPresent() ? cell.origin().getAsInt() : null,
                cell.figures().stream()
                        .map(figure -> new Shown(figure.measure(), figure.text().orElse(null)))
                        .toList(),
                null);
    }

    static Entry of(PublishedSite site) {
        return new Entry(
                new TreeMap<>(),
                site.measure().subject(),
                site.measure().name(),
                site.origin().isPresent() ? site.origin().getAsInt() : null,
                site.figures().stream()
                        .map(figure -> new Shown(figure.measure(), figure.text().orElse(null)))
                        .toList(),
                site.site());
    }

    /** {@return those about groups} */
    static List<Entry> groups(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.site() == null).toList();
    }

    /** {@return those about sites, scale by scale} */
    static Map<String, List<Entry>> bySite(List<Entry> entries) {
        Map<String, List<Entry>> scales = new LinkedHashMap<>();
        entries.stream().filter(entry -> entry.site() != null).forEach(entry -> scales.computeIfAbsent(
                        entry.name(), none -> new ArrayList<>())
                .add(entry));
        return scales;
    }

    /** {@return the sites that are named, shown or not} */
    static Set<String> sites(List<Entry> entries) {
        return entries.stream()
                .map(Entry::site)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return what is shown of gains, as numbers; empty unless all of it is shown} */
    Optional<Moments> gain() {
        Optional<Double> n = figure("n").map(Double::valueOf);
        Optional<Double> mean = figure("mean_gain").map(Double::valueOf);
        Optional<Double> sd = figure("sd_gain").map(Double::valueOf);
        return n.isEmpty() || mean.isEmpty() || sd.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Moments(n.get().longValue(), OptionalDouble.of(mean.get()), OptionalDouble.of(sd.get())));
    }

    MeasureKey measure() {
        return new MeasureKey(subject, name);
    }

    /** {@return a figure as it is shown; empty if it is suppressed or there is none of this name} */
    Optional<String> figure(String measure) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(measure))
                .flatMap(figure -> Optional.ofNullable(figure.text()).stream())
                .findFirst();
    }

    /** Everybody, or whom it is about, as people read it. */
    String label() {
        return site == null ? label(cell) : site;
    }

    static String label(SortedMap<Dimension, String> cell) {
        StringBuilder words = new StringBuilder();
        cell.forEach((dimension, category) -> words.append(words.isEmpty() ? "" : ", ")
                .append(dimension.word())
                .append(' ')
                .append(category));
        return words.isEmpty() ? "Everybody" : words.toString();
    }
}
