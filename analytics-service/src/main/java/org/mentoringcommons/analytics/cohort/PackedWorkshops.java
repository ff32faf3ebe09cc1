package org.mentoringcommons.analytics.cohort;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.response.Population;

/** The delivered workshops of a study's curricula in what the database packed, each with its waves. */
final class PackedWorkshops {

    private static final People<?>[] FEW =
            LongStream.range(0, 256).mapToObj(People::new).toArray(People<?>[]::new);

    private final Set<String> curricula;
    private final Set<InstrumentReference> instruments;
    private final Map<String, ZoneId> zones;
    private final PackedReader in = new PackedReader();
    private final Map<InstrumentReference, Set<InstrumentReference>> alone = new HashMap<>();

    /**
     * @param inclusion whose curricula and instruments are read; others are passed over
     * @param zones time zones of institutions; UTC for one whose registration has not arrived yet
     */
    PackedWorkshops(Inclusion inclusion, Map<String, ZoneId> zones) {
        this.curricula = Set.copyOf(inclusion.curricula());
        this.instruments = Set.copyOf(inclusion.instruments());
        this.zones = zones;
    }

    /**
     * A wave of a workshop.
     *
     * @param from where its answers begin among the packed answers
     * @param bytes how many bytes they are
     */
    record Wave(InstrumentReference instrument, long responded, int consented, int from, int bytes) {}

    interface Reader {
        void read(DeliveredWorkshop workshop, List<Wave> waves);
    }

    /** Hands out the workshops of a part. */
    void read(String institution, byte[] packed, Reader reader) {
        ZoneId zone = zones.getOrDefault(institution, ZoneOffset.UTC);
        in.open(packed);
        int answers = 0;
        while (in.hasMore()) {
            UUID id = in.id();
            String curriculum = in.text();
            String version = in.text();
            String mode = in.text();
            String audience = in.text();
            int minutes = in.integer();
            Instant held = Instant.EPOCH.plus(in.number(), ChronoUnit.MICROS);
            in.integer(); // enrolled
            int attended = in.integer();
            int modules = in.integer();
            Optional<Set<String>> covered = modules < 0 ? Optional.empty() : Optional.of(in.texts(modules));
            List<Wave> waves = new ArrayList<>(1);
            long responded = 0;
            long consented = 0;
            for (int left = in.integer(); left > 0; left--) {
                Wave wave = wave(answers);
                answers += wave.bytes();
                if (instruments.contains(wave.instrument())) {
                    waves.add(wave);
                    responded += wave.responded();
                    consented += wave.consented();
                }
            }
            if (curricula.contains(curriculum)) {
                reader.read(
                        new DeliveredWorkshop(
                                institution,
                                id,
                                curriculum,
                                version,
                                minutes,
                                mode,
                                audience,
                                held.atZone(zone).toLocalDate(),
                                covered,
                                attended,
                                instruments(waves),
                                people(responded),
                                people(consented)),
                        waves);
            }
        }
    }

    private Wave wave(int from) {
        InstrumentReference instrument = new InstrumentReference(in.text(), in.text());
        in.integer(); // invited
        return new Wave(instrument, in.number(), in.integer(), from, in.integer());
    }

    /** A million workshops have a few sizes. */
    private static <P extends Population> People<P> people(long count) {
        @SuppressWarnings("unchecked")
        People<P> known = (People<P>) (count < FEW.length ? FEW[(int) count] : new People<>(count));
        return known;
    }

    private Set<InstrumentReference> instruments(List<Wave> waves) {
        if (waves.size() == 1) {
            return alone.computeIfAbsent(waves.get(0).instrument(), Set::of);
        }
        Set<InstrumentReference> used = new HashSet<>();
        waves.forEach(wave -> used.add(wave.instrument()));
        return used;
    }
}
