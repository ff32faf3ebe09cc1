package org.mentoringcommons.curriculum.board;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mentoringcommons.tenancy.Standings;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * The pages that follow boards in this instance. Each is sent what is new in steps, in which notes that came meanwhile
 * stand together and in the order of their random ids: whoever watches the room sees a step, and not that one person has
 * just pressed a button and one note has appeared.
 */
@ApplicationScoped
class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final int PAGES_AT_MOST = 2_000;
    private static final int PAGES_OF_A_BOARD = 20;

    private final Boards boards;
    private final Notes notes;
    private final Standings standings;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Clock clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService steps;
    private final Object somebody = new Object();

    Live(
            Boards boards,
            Notes notes,
            Standings standings,
            TenantTransaction transaction,
            ExecutorService threads,
            Clock clock,
            @ConfigProperty(name = "curriculum.board-step") Duration step,
            @ConfigProperty(name = "curriculum.board-look-anyway") Duration lookAnyway) {
        this.boards = boards;
        this.notes = notes;
        this.standings = standings;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
        steps = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "board-steps");
            thread.setDaemon(true);
            return thread;
        });
        steps.scheduleWithFixedDelay(this::step, step.toMillis(), step.toMillis(), TimeUnit.MILLISECONDS);
        steps.scheduleWithFixedDelay(
                () -> watches.forEach(Watch::beat),
                lookAnyway.toMillis(),
                lookAnyway.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        steps.shutdownNow();
        watches.forEach(Watch::complete);
    }

    /** All notes first, and then what changes, until the board or this link to it is no more. */
    Multi<Step> follow(Tenant institution, Board board) {
        if (watches.size() >= PAGES_AT_MOST || ofBoard(board.id()) >= PAGES_OF_A_BOARD) {
            throw BoardProblem.tooManyFollow();
        }
        return Multi.createFrom()
                .emitter(
                        page -> {
                            Watch watch = new Watch(institution, board, page);
                            page.onTermination(() -> watches.remove(watch));
                            watches.add(watch);
                            synchronized (somebody) {
                                somebody.notifyAll();
                            }
                            attend(watch);
                        },
                        BackPressureStrategy.BUFFER);
    }

    void changed(UUID board) {
        watches.stream().filter(watch -> watch.board.equals(board)).forEach(Watch::mayHaveChanged);
    }

    void allMayHaveChanged() {
        watches.forEach(Watch::mayHaveChanged);
    }

    boolean hasSomebody() {
        return !watches.isEmpty();
    }

    void awaitSomebody() throws InterruptedException {
        synchronized (somebody) {
            while (watches.isEmpty()) {
                somebody.wait();
            }
        }
    }

    private long ofBoard(UUID board) {
        return watches.stream().filter(watch -> watch.board.equals(board)).count();
    }

    private void step() {
        watches.forEach(this::attend);
    }

    private void attend(Watch watch) {
        if (watch.begin()) {
            try {
                threads.execute(() -> tell(watch));
            } catch (RuntimeException noThread) { // and let out of a step it would have been the last step
                LOG.debug("no thread is free for a page; it is tried again", noThread);
                watch.mayHaveChanged();
                watch.end();
            }
        }
    }

    private void tell(Watch watch) {
        try {
            transaction.run(watch.institution, () -> go(watch));
        } catch (RuntimeException failure) {
            LOG.debug("a page could not be told what is new; it is tried again", failure);
            watch.mayHaveChanged();
        } finally {
            watch.end();
        }
    }

    private void go(Watch watch) {
        Board board = boards.byLink(watch.link).orElse(null);
        if (board == null || standings.of(watch.institution).isPresent()) {
            watch.complete();
            return;
        }
        watch.go(board.isOpen(clock.instant()), notes.marks(board.id()), ids -> notes.of(board.id(), ids));
    }
}
