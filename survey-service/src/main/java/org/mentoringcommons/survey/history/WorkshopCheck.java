package org.mentoringcommons.survey.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.wave.PastWaves;
import org.mentoringcommons.survey.wave.Wave;

/**
 * Finds the workshops that lines name, each once, and says what speaks against answers of theirs. However lines spell a
 * workshop it has one name: what the records call it, which it has before it is put there and keeps; else its id.
 */
final class WorkshopCheck {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int MOST = 5_000;

    private final Frame frame;
    private final Map<String, PastWorkshops.OnRecord> onRecord;
    private final Map<String, PastWorkshops.OnRecord> onRecordById;
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
     * A workshop that a file names.
     *
     * @param name the same however it was spelt
     * @param workshop its id; null if it is to be put on record
     */
    record Seen(String name, UUID workshop, Optional<String> wrong) {}

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
        this.onRecordById = onRecord.values().stream()
                .collect(Collectors.toMap(past -> past.workshop().toString(), past -> past, (one, same) -> one));
        this.declared = mayMake
                ? frame.mapping().workshops().stream()
                        .collect(Collectors.toMap(DeclaredWorkshop::reference, workshop -> workshop))
                : Map.of();
        this.held = held;
        this.clock = clock;
    }

    /** Which one is meant; it is kept, so the key has to be bounded. */
    Seen find(String key) {
        if (seen.size() >= MOST && !seen.containsKey(key)) {
            return new Seen(
                    key, null, Optional.of("names one workshop more than the " + MOST + " that a file may have"));
        }
        return seen.computeIfAbsent(key, this::look);
    }

    /** All that lines have named so far and that may be named, by name. */
    Map<String, Seen> found() {
        Map<String, Seen> found = new LinkedHashMap<>();
        seen.values().stream().filter(one -> one.wrong().isEmpty()).forEach(one -> found.put(one.name(), one));
        return found;
    }

    private Seen look(String key) {
        PastWorkshops.OnRecord past = onRecord.getOrDefault(key, onRecordById.get(key));
        if (past != null) {
            Wave wave = held.apply(past.workshop()).map(Held::wave).orElse(null);
            return new Seen(past.reference(), past.workshop(), wrong(past.curriculum(), past.over(), wave));
        }
        DeclaredWorkshop made = declared.get(key);
        if (made != null) {
            return new Seen(key, null, wrong(made.curriculum(), made.over(frame.institution()), null));
        }
        Optional<Held> known = ID.matcher(key).matches() ? held.apply(UUID.fromString(key)) : Optional.empty();
        return known.map(workshop -> new Seen(
                        key, UUID.fromString(key), wrong(workshop.curriculum(), workshop.over(), workshop.wave())))
                .orElseGet(() -> new Seen(
                        key,
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
