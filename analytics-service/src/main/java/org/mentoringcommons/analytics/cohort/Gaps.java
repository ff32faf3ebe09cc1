package org.mentoringcommons.analytics.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;

/** What keeps versions of instruments from being pooled, in words that name it. */
record Gaps(StudyInstruments instruments) {

    /** Which items of a scale have no counterpart, or what else is scored differently; empty if it is one scale. */
    Optional<String> ofScale(Function<Structure, Optional<Scale>> named) {
        Map<InstrumentReference, Scale> scales = new LinkedHashMap<>();
        instruments.structures().forEach((reference, structure) -> named.apply(structure)
                .ifPresent(scale -> scales.put(reference, scale)));
        Set<String> common = common(scales.values());
        List<String> alone = new ArrayList<>();
        scales.forEach((reference, scale) -> {
            String own = scale.items().stream()
                    .filter(item -> !common.contains(item))
                    .map(item -> described(reference, item))
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!own.isEmpty()) {
                alone.add(said(reference) + " alone sums " + own);
            }
        });
        if (!alone.isEmpty()) {
            return Optional.of(GAP + String.join("; ", alone));
        }
        return scales.values().stream().map(Gaps::rule).distinct().count() < 2
                ? Optional.empty()
                : Optional.of("the versions score it differently: "
                        + scales.entrySet().stream()
                                .map(scale -> said(scale.getKey()) + " " + rule(scale.getValue()))
                                .collect(Collectors.joining("; ")));
    }

    private static final String GAP = "the crosswalk has a gap: no crosswalk declares these items the same: ";

    /** Which versions ask something by this key that is not declared the same; empty if none does. */
    Optional<String> ofItem(String key) {
        Map<InstrumentReference, String> asked = new LinkedHashMap<>();
        instruments.structures().forEach((reference, structure) -> {
            for (Item item : structure.items()) {
                if (item.key().equals(key)
                        || instruments.key(reference, item.key()).equals(key)) {
                    asked.putIfAbsent(reference, item.key());
                }
            }
        });
        return Set.copyOf(asked.values()).size() < 2
                ? Optional.empty()
                : Optional.of(GAP
                        + asked.entrySet().stream()
                                .map(item -> said(item.getKey()) + " asks it as "
                                        + instruments
                                                .structures()
                                                .get(item.getKey())
                                                .item(item.getValue())
                                                .orElseThrow()
                                                .form())
                                .collect(Collectors.joining("; ")));
    }

    private String described(InstrumentReference reference, String item) {
        return instruments.key(reference, item) + " ("
                + instruments
                        .structures()
                        .get(reference)
                        .item(item)
                        .orElseThrow()
                        .form() + ")";
    }

    private static String said(InstrumentReference reference) {
        return reference.key() + " " + reference.version();
    }

    private static String rule(Scale scale) {
        return scale.missing().word()
                + (scale.minimum() == null ? "" : " " + scale.minimum())
                + (scale.reverse().isEmpty()
                        ? ""
                        : ", reverse " + scale.reverse().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static Set<String> common(Iterable<Scale> scales) {
        Set<String> common = null;
        for (Scale scale : scales) {
            if (common == null) {
                common = new HashSet<>(scale.items());
            } else {
                common.retainAll(scale.items());
            }
        }
        return common == null ? Set.of() : common;
    }
}
