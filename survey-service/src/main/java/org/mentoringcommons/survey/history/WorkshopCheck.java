package org.mentoringcommons.survey.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.wave.PastWaves;
import org.mentoringcommons.survey.wave.Wave;

/** Finds the workshops that lines name, each once, and says what speaks against answers of theirs. */
final class WorkshopCheck implements BiFunction<String, Integer, Optional<String>> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int MOST = 5_000;

    private final Frame frame;
    private final Map<String, PastWorkshops.OnRecord> onRecord;
    private final Map<String, DeclaredWorkshop> declared;
    private final Function<UUID, Optional<Held>> held;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * A workshop as this service knows it.
     *
     * @param wave of it on the occasion, or null
     */
    record Held(String curriculum, Instant over, Wave wave) {}

    /**
     * What a file calls a workshop.
     *
     * @param workshop its id; null if it is to be put on record
     */
    record Seen(UUID workshop, Optional<String> wrong) {}

    /**
     * @param onRecord by reference
     * @param mayMake whether what the mapping declares can be put on record
     * @param held looks one up by id
     */
    WorkshopCheck(
            Frame frame,
            Map<String, PastWorkshops.OnRecord> onRecord,
            boolean mayMake,
            Function<UUID, Optional<Held>> held,
            Clock clock) {
        this.frame = frame;
        this.onRecord = onRecord;
        this.declared = mayMake
                ? frame.mapping().workshops().stream()
                        .collect(Collectors.toMap(DeclaredWorkshop::reference, workshop -> workshop))
                : Map.of();
        this.held = held;
        this.clock = clock;
    }

    @Override
    public Optional<String> apply(String key, Integer line) {
        if (seen.size() >= MOST && !seen.containsKey(key)) {
            return Optional.of("names one workshop more than the " + MOST + " that a file may have");
        }
        return seen.computeIfAbsent(key, this::look).wrong();
    }

    /** All that lines have named so far. */
    Map<String, Seen> seen() {
        return seen;
    }

    private Seen look(String key) {
        PastWorkshops.OnRecord past = onRecord.get(key);
        if (past != null) {
            Wave wave = held.apply(past.workshop()).map(Held::wave).orElse(null);
            return new Seen(past.workshop(), wrong(past.curriculum(), past.over(), wave));
        }
        DeclaredWorkshop made = declared.get(key);
        if (made != null) {
            return new Seen(null, wrong(made.curriculum(), made.over(frame.institution()), null));
        }
        Optional<Held> known = ID.matcher(key).matches() ? held.apply(UUID.fromString(key)) : Optional.empty();
        return known.map(workshop ->
                        new Seen(UUID.fromString(key), wrong(workshop.curriculum(), workshop.over(), workshop.wave())))
                .orElseGet(() -> new Seen(
                        null,
                        Optional.of("names a workshop that is not on record; an administrator can put it there, or"
                                + " import with it in the mapping's workshops")));
    }

    private Optional<String> wrong(String curriculum, Instant over, Wave wave) {
        Instant opening = PastWaves.opening(over, frame.mapping().occasion(), frame.institution());
        LocalDate day = opening.atZone(frame.institution()).toLocalDate();
        if (!frame.protocol().curricula().contains(curriculum)) {
            return Optional.of("names a workshop of a curriculum that the protocol does not cover");
        }
        if (!frame.protocol().isValidOn(day)) {
            return Optional.of("names a workshop after which the protocol was not valid, on " + day);
        }
        if (!opening.isBefore(clock.instant())) {
            return Optional.of("names a workshop after which nobody can have been asked yet");
        }
        return Optional.ofNullable(wave).flatMap(this::wrong);
    }

    private Optional<String> wrong(Wave wave) {
        if (!wave.isImported()) {
            return Optional.of(
                    "names a workshop whose people are asked here: what was collected elsewhere is not mixed in");
        }
        boolean same = wave.protocol().equals(frame.protocol().id())
                && wave.instrument().equals(frame.instrument());
        return same
                ? Optional.empty()
                : Optional.of("names a workshop of which answers under another protocol or instrument were imported");
    }
}
