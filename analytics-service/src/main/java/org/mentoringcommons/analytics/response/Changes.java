package org.mentoringcommons.analytics.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.Waves;

/** What answers that come, change and go together do to an institution's counts. */
final class Changes {

    private final Function<InstrumentReference, Structure> structures;
    private final Map<InstrumentReference, InstrumentCounts> counts = new LinkedHashMap<>();
    private final Map<UUID, long[]> waves = new HashMap<>();
    private final Set<UUID> joined = new HashSet<>();
    private final Set<UUID> left = new HashSet<>();
    private boolean takeAway;

    Changes(Function<InstrumentReference, Structure> structures) {
        this.structures = structures;
    }

    void add(Waves.Asked wave, boolean research, byte[] answers) {
        of(wave).add(research, answers, 0);
        tally(wave, research, 1);
    }

    void takeAway(Waves.Asked wave, boolean research, byte[] answers) {
        takeAway = true;
        of(wave).takeAway(research, answers, 0);
        tally(wave, research, -1);
    }

    /**
     * Puts an answer in the place of another.
     *
     * @param before whether that was for research; false if there was none
     */
    void becomes(Waves.Asked wave, boolean before, boolean research) {
        if (before != research) {
            (research ? joined : left).add(wave.id());
        }
    }

    /** Whether what somebody said before is part of it: then nothing may be kept that still says so. */
    boolean takeAway() {
        return takeAway;
    }

    Map<InstrumentReference, InstrumentCounts> counts() {
        return counts;
    }

    /** By wave in the order of their ids, so that nobody waits for each other. */
    Collection<Waves.Answered> answered() {
        List<Waves.Answered> answered = new ArrayList<>();
        waves.forEach((wave, people) -> {
            boolean marked = joined.contains(wave) || left.contains(wave);
            if (people[0] != 0 || people[1] != 0 || marked) {
                answered.add(
                        new Waves.Answered(wave, people[0], people[1], joined.contains(wave), left.contains(wave)));
            }
        });
        return answered;
    }

    private InstrumentCounts of(Waves.Asked wave) {
        return counts.computeIfAbsent(
                wave.instrument(), instrument -> InstrumentCounts.ofFew(structures.apply(instrument)));
    }

    private void tally(Waves.Asked wave, boolean research, int people) {
        long[] tally = waves.computeIfAbsent(wave.id(), id -> new long[2]);
        tally[0] += people;
        tally[1] += research ? people : 0;
    }
}
