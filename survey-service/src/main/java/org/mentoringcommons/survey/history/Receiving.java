package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.LeasedTasks.Claim;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.wave.PastWaves;
import org.mentoringcommons.survey.workshop.Workshops;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Receives files. Lines are put aside as they come, in transactions of their own; nobody sees them before the file has come
 * whole and nothing is wrong with it, and nothing of it stays otherwise.
 */
@ApplicationScoped
class Receiving {

    private final Imports imports;
    private final ImportTasks tasks;
    private final StagedRows staged;
    private final ImportedWorkshops words;
    private final PastWorkshops pastWorkshops;
    private final Frames frames;
    private final Protocols protocols;
    private final Workshops workshops;
    private final PastWaves waves;
    private final Pseudonyms pseudonyms;
    private final ImportSettings settings;
    private final Importing importing;
    private final LeftWorkshops left;
    private final TenantTransaction transaction;
    private final Clock clock;

    Receiving(
            Imports imports,
            ImportTasks tasks,
            StagedRows staged,
            ImportedWorkshops words,
            PastWorkshops pastWorkshops,
            Frames frames,
            Protocols protocols,
            Workshops workshops,
            PastWaves waves,
            Pseudonyms pseudonyms,
            ImportSettings settings,
            Importing importing,
            LeftWorkshops left,
            TenantTransaction transaction,
            Clock clock) {
        this.imports = imports;
        this.tasks = tasks;
        this.staged = staged;
        this.words = words;
        this.pastWorkshops = pastWorkshops;
        this.frames = frames;
        this.protocols = protocols;
        this.workshops = workshops;
        this.waves = waves;
        this.pseudonyms = pseudonyms;
        this.settings = settings;
        this.importing = importing;
        this.left = left;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file that is coming. */
    private record Coming(Claim claim, int attempt, Frame frame) {}

    /** The import was cancelled, or its file had not come for a while. */
    private static RuntimeException lost() {
        return Refusal.conflict("import-lost", "The import was cancelled, or its file came too slowly")
                .problem();
    }

    /**
     * Reads a file to its end.
     *
     * @param dryRun whether nothing is to come of it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code import-malformed} telling everything wrong, 409 if no
     *     file is expected
     */
    ImportCheck receive(Tenant institution, UUID protocol, UUID id, boolean dryRun, InputStream file)
            throws IOException {
        Coming coming = transaction.call(institution, () -> begin(institution, protocol, id));
        boolean kept = false;
        try {
            Problems problems = new Problems();
            ImportCheck check = read(institution, coming, file, dryRun, problems);
            if (!problems.isEmpty()) {
                throw problems.problem();
            }
            kept = !dryRun;
            return check;
        } finally {
            if (!kept) {
                transaction.run(institution, () -> leaveNothing(coming.claim()));
                left.removeIfCancelled(protocol, id);
            }
        }
    }

    private Coming begin(Tenant institution, UUID protocol, UUID id) {
        long underWay = imports.underWay();
        Import one = imports.lock(id)
                .filter(found -> found.protocol().equals(protocol))
                .orElseThrow(() -> Refusal.notFound("import").problem());
        if (one.state() != State.EXPECTING) {
            throw Refusal.conflict("import-not-expecting", "The import expects no file")
                    .detail(
                            one.state() == State.READING
                                    ? "Its file is coming already."
                                    : "It has its file, or is over; make another one to send it again.")
                    .problem();
        }
        if (underWay >= settings.atOnce()) {
            throw Refusal.conflict("imports-under-way", "Let those under way finish, or cancel one")
                    .problem();
        }
        int attempt = imports.begin(id);
        tasks.add(institution, id);
        Claim claim = tasks.claim(institution, id).orElseThrow();
        return new Coming(claim, attempt, frames.of(protocols.find(protocol).orElseThrow(), one));
    }

    private ImportCheck read(Tenant institution, Coming coming, InputStream file, boolean dryRun, Problems problems)
            throws IOException {
        Mapping mapping = coming.frame().mapping();
        Map<String, PastWorkshops.OnRecord> onRecord = pastWorkshops.all();
        boolean mayMake = mapping.workshops().isEmpty()
                || !pastWorkshops.make(mapping.workshops(), true, problems).isEmpty();
        WorkshopCheck check = new WorkshopCheck(
                coming.frame(), onRecord, mayMake, id -> transaction.call(institution, () -> held(id, mapping)), clock);
        FileReading reading = new FileReading(
                coming.frame(),
                new RowReading(
                        coming.frame().protocol().id(), mapping, coming.frame().asked(), pseudonyms, check),
                problems,
                settings.mostRows(),
                rows -> transaction.run(institution, () -> putAside(coming, rows)));
        byte[] hash = reading.read(file);
        List<String> toMake = mapping.workshops().stream()
                .map(DeclaredWorkshop::reference)
                .filter(reference -> mayMake && !onRecord.containsKey(reference))
                .sorted()
                .toList();
        long already = transaction.call(institution, () -> compare(coming, check, onRecord, problems));
        if (problems.isEmpty() && reading.read() == 0) {
            problems.tell(1, "has no answers below it");
        }
        if (problems.isEmpty() && !dryRun) {
            Map<String, UUID> made =
                    toMake.isEmpty() ? Map.of() : make(institution, coming, mapping.workshops(), toMake, problems);
            Import.Counts counts = new Import.Counts(reading.read(), reading.leftOut(), reading.unstated(), already, 0);
            if (problems.isEmpty()) {
                importing.taken(coming.claim().thing(), () -> hasCome(coming, toMake, made, hash, counts));
            }
        }
        return new ImportCheck(
                reading.read(),
                reading.leftOut(),
                reading.unstated(),
                reading.forResearch(),
                already,
                reading.incomplete(),
                toMake);
    }

    /** That they are to be made is on record before they are: if this ends in between, it is known whose they are. */
    private Map<String, UUID> make(
            Tenant institution,
            Coming coming,
            List<DeclaredWorkshop> declared,
            List<String> toMake,
            Problems problems) {
        UUID id = coming.claim().thing();
        transaction.run(institution, () -> {
            requireHeld(coming.claim());
            toMake.forEach(key -> words.put(id, key, null, true));
        });
        Map<String, UUID> made = pastWorkshops.make(declared, false, problems);
        if (!problems.isEmpty()) { // none was made
            transaction.run(institution, () -> words.forgetUnmade(id));
        }
        return made;
    }

    private Optional<WorkshopCheck.Held> held(UUID id, Mapping mapping) {
        return workshops
                .find(id)
                .filter(workshop -> workshop.isOver())
                .map(workshop -> new WorkshopCheck.Held(
                        workshop.curriculum(),
                        workshop.overSince(),
                        waves.find(id, mapping.occasion()).orElse(null)));
    }

    private void putAside(Coming coming, List<RowReading.Row> rows) {
        requireHeld(coming.claim());
        if (!rows.isEmpty()) {
            staged.add(coming.claim().thing(), coming.attempt(), rows);
        }
    }

    private long compare(
            Coming coming, WorkshopCheck check, Map<String, PastWorkshops.OnRecord> onRecord, Problems problems) {
        UUID id = coming.claim().thing();
        requireHeld(coming.claim());
        words.of(id).stream() // made at an attempt that ended before it could be said
                .filter(word -> word.workshop() == null && onRecord.containsKey(word.key()))
                .forEach(word ->
                        words.put(id, word.key(), onRecord.get(word.key()).workshop(), true));
        check.found().forEach((name, seen) -> words.put(id, name, seen.workshop(), false));
        staged.check(id, coming.frame().mapping(), problems);
        return staged.already(id);
    }

    private void hasCome(
            Coming coming, List<String> toMake, Map<String, UUID> made, byte[] hash, Import.Counts counts) {
        UUID id = coming.claim().thing();
        requireHeld(coming.claim());
        toMake.forEach(key -> words.put(id, key, made.get(key), true));
        staged.mingle(id);
        imports.read(id, hash, counts);
        tasks.hasten(coming.claim().institution(), id);
    }

    private void requireHeld(Claim claim) {
        if (!isHeld(claim)) {
            throw lost();
        }
    }

    /** The import first, as everybody does: they wait for each other and never in a ring. */
    private boolean isHeld(Claim claim) {
        imports.lock(claim.thing());
        return tasks.prolong(claim);
    }

    private void leaveNothing(Claim claim) {
        if (isHeld(claim)) {
            imports.become(claim.thing(), State.EXPECTING, null);
            staged.forget(claim.thing());
            words.forget(claim.thing());
            tasks.done(claim);
        }
    }
}
