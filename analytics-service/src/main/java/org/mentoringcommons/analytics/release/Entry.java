package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.PublishedCell;

/**
 * What a release says of one measure of one group, as it is stored.
 *
 * @param cell categories by dimension; empty for everybody
 * @param edition of the study the figures come from; null if none is shown
 * @param figures in an order that is the same for every group
 */
record Entry(
        @JsonProperty("cell") TreeMap<Dimension, String> cell,
        @JsonProperty("subject") MeasureKey.Subject subject,
        @JsonProperty("name") String name,
        @JsonInclude @JsonProperty("edition") Integer edition,
        @JsonProperty("figures") List<Shown> figures) {

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
                        .toList());
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
        return label(cell);
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
