package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.database.LeasedTasks.Claim;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.response.GivenAnswers;
import org.mentoringcommons.survey.response.ImportedAnswers;
import org.mentoringcommons.survey.response.Responses;
import org.mentoringcommons.survey.wave.PastWaves;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.workshop.Workshops;

/**
 * What is done with an import whose file has come: each step is one transaction, after which a crash loses nothing and
 * whoever comes next goes on. Its answers come into being all at once, in one of them; telling and taking back follow a few
 * at a time.
 */
@ApplicationScoped
class ImportSteps {

    private static final int TOLD_AT_ONCE = 1_000;
    private static final int TAKEN_BACK_AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Imports imports;
    private final ImportTasks tasks;
    private final StagedRows staged;
    private final ImportedWorkshops words;
    private final Frames frames;
    private final Protocols protocols;
    private final Workshops workshops;
    private final PastWaves waves;
    private final Responses responses;
    private final GivenAnswers given;
    private final ImportedAnswers answers;
    private final ImportSettings settings;
    private final Clock clock;

    ImportSteps(
            Imports imports,
            ImportTasks tasks,
            StagedRows staged,
            ImportedWorkshops words,
            Frames frames,
            Protocols protocols,
            Workshops workshops,
            PastWaves waves,
            Responses responses,
            GivenAnswers given,
            ImportedAnswers answers,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.tasks = tasks;
        this.staged = staged;
        this.words = words;
        this.frames = frames;
        this.protocols = protocols;
        this.workshops = workshops;
        this.waves = waves;
        this.responses = responses;
        this.given = given;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does the next thing; {@return whether there is more to do now, still held by this claim} */
    boolean step(Claim claim) {
        Import one = imports.lock(claim.thing()).orElseThrow();
        if (!tasks.prolong(claim)) {
            return false; // somebody else's by now
        }
        return switch (one.state()) {
            case WAITING -> take(claim, one);
            case TELLING -> tell(claim, one);
            case UNDOING -> takeBack(claim, one);
            case READING -> { // whoever was reading has stopped: it may be sent again
                imports.become(one.id(), State.EXPECTING, null);
                words.forget(one.id());
                yield leave(claim);
            }
            default -> leave(claim);
        };
    }

    /** After a failure: it is tried again after a pause, and what nobody has seen yet not for ever. */
    void failed(Claim claim) {
        Import one = imports.lock(claim.thing()).orElseThrow();
        int failures = imports.failed(one.id());
        if (one.state() == State.WAITING && failures >= settings.failures()) {
            fail(claim, "It could not be taken, several times over.");
        } else {
            tasks.later(claim, clock.instant().plus(PAUSE.multipliedBy(Math.min(failures, 30))));
        }
    }

    private boolean leave(Claim claim) {
        staged.forget(claim.thing());
        tasks.done(claim);
        return false;
    }

    private boolean fail(Claim claim, String why) {
        imports.fail(claim.thing(), why, clock.instant());
        return leave(claim);
    }

    private boolean take(Claim claim, Import one) {
        if (words.notHere(one.id()) > 0) { // curriculum-service has it on record; word of it is on its way
            tasks.later(claim, clock.instant().plus(PAUSE));
            return false;
        }
        waves.takeTurn(claim.institution().id());
        given.holdBack(one.protocol()); // whoever withdraws now is waited for
        if (imports.isUndoing(one.protocol())) { // what is here now may be going
            tasks.later(claim, clock.instant().plus(PAUSE));
            return false;
        }
        Frame frame = frames.of(protocols.find(one.protocol()).orElseThrow(), one);
        Set<String> answered = staged.workshops(one.id());
        List<ImportView.OfWorkshop> named = words.of(one.id()).stream()
                .filter(word -> answered.contains(word.key())) // others are on record, and nobody's answers are of them
                .toList();
        Optional<String> against = against(one, frame, named);
        if (against.isPresent()) {
            return fail(claim, against.get());
        }
        Map<UUID, Wave> asked = new HashMap<>();
        for (ImportView.OfWorkshop word : named) {
            Wave wave = waves.find(word.workshop(), frame.mapping().occasion())
                    .orElseGet(() -> waves.make(
                            workshops.find(word.workshop()).orElseThrow(),
                            frame.protocol(),
                            frame.mapping().occasion(),
                            frame.instrument(),
                            frame.institution(),
                            one.id()));
            asked.put(wave.id(), wave);
        }
        int added = staged.become(one.id(), frame.mapping().occasion());
        Map<UUID, Long> counts = responses.of(asked.keySet());
        asked.values().forEach(wave -> settle(wave, counts.getOrDefault(wave.id(), 0L)));
        imports.there(one.id(), added);
        return true;
    }

    /** What has come up since the file was read: with our turn taken nothing more does. */
    private Optional<String> against(Import one, Frame frame, List<ImportView.OfWorkshop> named) {
        if (words.isOneGone(one.id())) {
            return Optional.of("A workshop that it names was removed from the record meanwhile.");
        }
        boolean otherwise = named.stream()
                .flatMap(word -> waves.find(word.workshop(), frame.mapping().occasion()).stream())
                .anyMatch(wave -> !wave.isImported()
                        || !wave.protocol().equals(one.protocol())
                        || !wave.instrument().equals(frame.instrument()));
        if (otherwise) {
            return Optional.of("People of a workshop that it names were asked meanwhile, or about something else.");
        }
        Problems problems = new Problems();
        staged.compare(one.id(), frame.mapping(), problems);
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        problems.total() + " of its lines contradict answers that came meanwhile; a dry run with a new"
                                + " import tells which.");
    }

    private void settle(Wave wave, long left) {
        if (left == 0) {
            waves.remove(wave);
        } else {
            waves.answered(wave, Math.toIntExact(left), words.mostOf(wave.id()));
        }
    }

    private boolean tell(Claim claim, Import one) {
        List<UUID> told = answers.tell(one.id(), one.toldUntil(), TOLD_AT_ONCE);
        if (told.isEmpty()) {
            imports.become(one.id(), State.IMPORTED, clock.instant());
            return leave(claim);
        }
        imports.told(one.id(), told.size(), told.get(told.size() - 1));
        return true;
    }

    private boolean takeBack(Claim claim, Import one) {
        int gone = answers.takeBack(one.id(), TAKEN_BACK_AT_ONCE);
        if (gone > 0) {
            imports.told(one.id(), -gone, null);
            return true;
        }
        Mapping mapping = frames.mapping(one);
        waves.takeTurn(claim.institution().id());
        words.of(one.id()).stream()
                .filter(word -> word.workshop() != null)
                .flatMap(word -> waves.find(word.workshop(), mapping.occasion()).stream())
                .filter(Wave::isImported)
                .forEach(wave -> settle(wave, responses.of(List.of(wave.id())).getOrDefault(wave.id(), 0L)));
        imports.become(one.id(), State.UNDONE, clock.instant());
        return leave(claim);
    }
}
