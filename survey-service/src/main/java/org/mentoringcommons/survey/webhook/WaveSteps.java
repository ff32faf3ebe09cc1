package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.wave.RespondedCounts;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;

/**
 * What is told of a wave at a moment. How many have answered is told at moments that no answer has chosen, and only if they
 * are several more than last: a log of these messages says of nobody when they answered.
 */
@ApplicationScoped
class WaveSteps {

    private static final String TOLD = "select responded from webhook_count where wave = ?";
    private static final String TELL =
            """
            insert into webhook_count (tenant, wave, responded) values (current_tenant(), ?, ?)
            on conflict (tenant, wave) do update set responded = excluded.responded""";

    /** The database says what is due, and its clock may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final WaveTasks tasks;
    private final Waves waves;
    private final RespondedCounts counts;
    private final Happenings happenings;
    private final Announcements announcements;
    private final Statements database;
    private final WebhookSettings settings;
    private final Clock clock;

    WaveSteps(
            WaveTasks tasks,
            Waves waves,
            RespondedCounts counts,
            Happenings happenings,
            Announcements announcements,
            Statements database,
            WebhookSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.waves = waves;
        this.counts = counts;
        this.happenings = happenings;
        this.announcements = announcements;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    void attend(Claim claim) {
        Instant now = clock.instant();
        Wave wave = waves.find(claim.wave()).orElseThrow();
        switch (wave.stateAt(now)) {
            case CLOSED -> tasks.done(claim);
            case SCHEDULED -> tasks.later(claim, wave.window().opensAt().plus(CLOCKS_APART));
            case OPEN -> attend(claim, wave, now);
        }
    }

    /** Open waves' answers are counted from now on. */
    void count(Instant now) {
        tasks.scheduleOpen(Task.COUNT, now, now.plus(settings.countEvery()));
    }

    private void attend(Claim claim, Wave wave, Instant now) {
        switch (claim.task()) {
            case OPENED -> {
                happenings.opened(wave);
                if (announcements.isWanted(EventType.WAVE_ANSWERED)) {
                    tasks.schedule(claim.institution(), wave.id(), Task.COUNT, now.plus(settings.countEvery()));
                }
                tasks.done(claim);
            }
            case CLOSING -> closing(claim, wave, now);
            case COUNT -> {
                if (announcements.isWanted(EventType.WAVE_ANSWERED)) {
                    answered(wave, now);
                    tasks.later(claim, now.plus(settings.countEvery()));
                } else {
                    tasks.done(claim);
                }
            }
            case CLOSE, REMIND -> throw new IllegalArgumentException("not a moment of ours");
        }
    }

    private void closing(Claim claim, Wave wave, Instant now) {
        Window window = wave.window();
        Instant moment = window.closesAt().minus(settings.closingAhead());
        if (now.isBefore(moment)) {
            tasks.later(claim, moment.plus(CLOCKS_APART));
        } else {
            happenings.closing(wave, now);
            tasks.done(claim);
        }
    }

    private void answered(Wave wave, Instant now) {
        int told = database.first(TOLD, row -> row.getInt(1), wave.id()).orElse(0);
        int responded = Math.toIntExact(counts.of(List.of(wave.id())).getOrDefault(wave.id(), 0L));
        if (responded - told >= settings.countStep()) {
            happenings.answered(wave, responded, now);
            database.update(TELL, wave.id(), responded);
        }
    }
}
