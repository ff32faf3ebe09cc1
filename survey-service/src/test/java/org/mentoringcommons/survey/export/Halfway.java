package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.Population;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** Exports seen by instances in the middle of their work. */
@ApplicationScoped
class Halfway {

    private final Exports exports;
    private final ExportTasks tasks;
    private final Attempts attempts;
    private final Writing writing;
    private final Parts parts;
    private final Statements statements;
    private final TenantTransaction transaction;

    Halfway(
            Exports exports,
            ExportTasks tasks,
            Attempts attempts,
            Writing writing,
            Parts parts,
            Statements statements,
            TenantTransaction transaction) {
        this.exports = exports;
        this.tasks = tasks;
        this.attempts = attempts;
        this.writing = writing;
        this.parts = parts;
        this.statements = statements;
        this.transaction = transaction;
    }

    /** One that nobody writes yet: its request left it to the background, as that of a large one does. */
    String ordered(World.Asked asked) {
        UUID id = UUID.randomUUID();
        UUID protocol = UUID.fromString(Coders.protocol(asked));
        World.elsewhere(() -> transaction.run(Token.LAKESIDE, () -> {
            exports.add(new Export(
                    id,
                    protocol,
                    "",
                    Format.CSV,
                    Population.CONSENTED,
                    "to be caught halfway",
                    "{}",
                    List.of(UUID.fromString(asked.wave())),
                    "first-coder",
                    Instant.now(),
                    State.WAITING,
                    0,
                    asked.tokens().size(),
                    0,
                    null,
                    null));
            tasks.add(Token.LAKESIDE, id);
        }));
        return "/protocols/" + protocol + "/exports/" + id;
    }

    /** An instance begins to write it. */
    Attempt begun(String address) {
        Attempt[] begun = new Attempt[1];
        World.elsewhere(() -> {
            UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
            Optional<ExportTasks.Claim> claim = transaction.call(null, () -> tasks.claim(Token.LAKESIDE, id));
            begun[0] = attempts.begin(claim.orElseThrow()).orElseThrow();
        });
        return begun[0];
    }

    /** The instance writes a part of it. */
    void appends(Attempt attempt, int part) {
        World.elsewhere(() -> attempts.append(attempt, Sheet.DATA, part, new byte[] {1}));
    }

    void writes(Attempt attempt) {
        World.elsewhere(() -> writing.write(attempt));
    }

    /** It is written: two parts of a byte each. */
    void finishes(Attempt attempt) {
        appends(attempt, 0);
        appends(attempt, 1);
        World.elsewhere(() -> attempts.complete(attempt, attempt.export().totalRows()));
    }

    /** Somebody fetches it, and something happens when the first part has arrived; what has arrived at the end. */
    byte[] fetchWhile(Attempt attempt, Runnable meanwhile) throws IOException {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int single) {
                arrived.write(single);
                if (arrived.size() == 1) {
                    meanwhile.run();
                }
            }
        };
        try {
            parts.copy(Token.LAKESIDE, attempt.export().id(), Sheet.DATA, 2, out);
        } catch (IOException ended) {
            assertThat(ended).hasMessage("the export is no longer there");
        }
        return arrived.toByteArray();
    }

    /** Something happens when a part is there and another is to come. */
    void writeWhile(String address, Runnable meanwhile) {
        Attempt attempt = begun(address);
        appends(attempt, 0);
        meanwhile.run();
        assertThat(catchThrowable(() -> appends(attempt, 1))).hasRootCauseInstanceOf(Attempt.Lost.class);
        assertThat(Exporting.parts(address)).isZero();
    }

    /** A withdrawal has taken an answer away, and not committed, when files are begun; it commits when these wait for it. */
    void writeDuring(String protocol, String response, Runnable files) {
        List<CompletableFuture<Void>> written = new ArrayList<>();
        World.elsewhere(() -> transaction.run(Token.LAKESIDE, () -> {
            statements.first(
                    "select pg_advisory_xact_lock(hashtextextended('answers/' || ?::text, 0))", row -> true, protocol);
            statements.update("delete from response where id = ?::uuid", response);
            written.add(CompletableFuture.runAsync(files));
            Instant patience = Instant.now().plusSeconds(30);
            while (!written.get(0).isDone()
                    && Database.count("pg_locks where locktype = 'advisory' and not granted") == 0
                    && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
        }));
        written.get(0).join();
    }
}
