package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Who writes which export. Each step is a transaction of its own that takes effect only while the attempt holds: whatever
 * was cancelled, recalled or taken up by another instance meanwhile, the writer learns at its next step.
 */
@ApplicationScoped
class Attempts {

    private static final String BEGIN =
            """
            update export set failures = failures + case state when 'running' then 1 else 0 end, state = 'running',
                              attempt = attempt + 1, written_rows = 0
            where id = ? returning failures""";
    private static final String HOLD_BACK =
            "select pg_advisory_xact_lock_shared(hashtextextended('answers/' || ?::text, 0))"; // see GivenAnswers
    private static final String HELD = " where id = ? and attempt = ? and state = 'running'";
    private static final String WRITTEN = "update export set written_rows = ?" + HELD;
    private static final String APPEND =
            """
            insert into export_part (tenant, export, attempt, sheet, part, content)
            values (current_tenant(), ?, ?, ?, ?, ?)""";
    private static final String COMPLETE =
            "update export set state = 'ready', written_rows = ?, total_rows = ?, ended_at = ?, expires_at = ?" + HELD;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Statements statements;
    private final Exports exports;
    private final ExportTasks tasks;
    private final TenantTransaction transaction;
    private final ExportSettings settings;
    private final Clock clock;

    Attempts(
            Statements statements,
            Exports exports,
            ExportTasks tasks,
            TenantTransaction transaction,
            ExportSettings settings,
            Clock clock) {
        this.statements = statements;
        this.exports = exports;
        this.tasks = tasks;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to write what is claimed, if it is to be written; throws away what has had its time. */
    Optional<Attempt> begin(ExportTasks.Claim claim) {
        Optional<Attempt> begun = transaction.call(claim.institution(), () -> look(claim));
        // whoever was withdrawing before it was begun is waited for; whoever withdraws from now on finds it
        begun.ifPresent(attempt -> transaction.run(
                claim.institution(),
                () -> statements.first(
                        HOLD_BACK, row -> true, attempt.export().protocol().toString())));
        return begun;
    }

    private Optional<Attempt> look(ExportTasks.Claim claim) {
        Export export = exports.lock(claim.thing()).orElseThrow();
        Instant now = clock.instant();
        if (export.state() == State.READY && !export.isOverAt(now)) {
            tasks.later(claim, export.expiresAt());
            return Optional.empty();
        }
        if (export.state().isUnderWay()
                && statements.first(BEGIN, row -> row.getInt(1), export.id()).orElseThrow() < settings.failures()) {
            statements.update("delete from export_part where export = ?", export.id());
            return exports.lock(claim.thing()).map(begun -> new Attempt(claim, begun));
        }
        exports.end(export.id(), export.state() == State.READY ? State.EXPIRED : State.FAILED, now);
        tasks.done(claim);
        return Optional.empty();
    }

    /** Adds a part of a file. */
    void append(Attempt attempt, Sheet sheet, int part, byte[] content) {
        transaction.run(attempt.claim().institution(), () -> {
            lockHeld(attempt);
            statements.update(APPEND, attempt.export().id(), attempt.export().attempt(), sheet.word(), part, content);
        });
    }

    void progress(Attempt attempt, long rows) {
        transaction.run(attempt.claim().institution(), () -> {
            lockHeld(attempt);
            statements.update(
                    WRITTEN, rows, attempt.export().id(), attempt.export().attempt());
        });
    }

    void complete(Attempt attempt, long rows) {
        Instant now = clock.instant();
        Instant end = now.plus(settings.kept());
        transaction.run(attempt.claim().institution(), () -> {
            lockHeld(attempt);
            statements.update(
                    COMPLETE,
                    rows,
                    rows,
                    Exports.at(now),
                    Exports.at(end),
                    attempt.export().id(),
                    attempt.export().attempt());
            tasks.later(attempt.claim(), end);
        });
    }

    /** After a failure: somebody tries again after a pause. */
    void giveBack(Attempt attempt) {
        transaction.run(
                attempt.claim().institution(),
                () -> tasks.later(attempt.claim(), clock.instant().plus(PAUSE)));
    }

    /** A withdrawal takes the export before the task, and so does this: they wait for each other and never in a ring. */
    private void lockHeld(Attempt attempt) {
        Export export = attempt.export();
        boolean held = statements
                .first("select true from export" + HELD + " for update", row -> true, export.id(), export.attempt())
                .isPresent();
        if (!held || !tasks.prolong(attempt.claim())) {
            throw new Attempt.Lost();
        }
    }
}
