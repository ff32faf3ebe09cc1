package org.mentoringcommons.analytics.crosswalk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which module trains which competency and which scale measures it, as curriculum-service tells it under a number; never
 * changed. It may leave gaps either way.
 *
 * @param curricula the published versions whose modules it speaks of
 * @param modules what trains what
 * @param scales what measures what; a scale without a competency measures none of them
 */
public record ModuleCrosswalk(
        String key, int number, List<Edition> curricula, List<Trains> modules, List<Measures> scales) {

    /** @throws IllegalArgumentException if it has no key or number */
    public ModuleCrosswalk {
        if (key == null || number < 1 || curricula == null || modules == null || scales == null) {
            throw new IllegalArgumentException("a crosswalk has a key and a number");
        }
        curricula = List.copyOf(curricula);
        modules = List.copyOf(modules);
        scales = List.copyOf(scales);
    }

    /** A published version of a curriculum. */
    public record Edition(String curriculum, String version) {}

    /** A module trains a competency. */
    public record Trains(String curriculum, String module, String competency) {}

    /** A scale measures a competency, or, if that is null, none. */
    public record Measures(String instrument, String scale, String competency) {}

    /** {@return whether it speaks of the modules of this version} */
    public boolean speaksOf(String curriculum, String version) {
        return curricula.contains(new Edition(curriculum, version));
    }

    /** {@return whether it names the scale of any of these instruments} */
    public boolean names(Set<String> instruments, String scale) {
        return scales.stream()
                .anyMatch(named -> named.scale().equals(scale) && instruments.contains(named.instrument()));
    }

    /** {@return what the scale measures, of whichever of these instruments it is} */
    public Set<String> competencies(Set<String> instruments, String scale) {
        return scales.stream()
                .filter(named -> named.scale().equals(scale)
                        && instruments.contains(named.instrument())
                        && named.competency() != null)
                .map(Measures::competency)
                .collect(Collectors.toSet());
    }

    /** {@return the modules of a curriculum that train any of these} */
    public Set<String> modules(String curriculum, Set<String> competencies) {
        return modules.stream()
                .filter(trains -> trains.curriculum().equals(curriculum) && competencies.contains(trains.competency()))
                .map(Trains::module)
                .collect(Collectors.toSet());
    }
}
