package org.mentoringcommons.analytics.cohort;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Further connections that see the same snapshot, so that a large study is read by all processors. None is needed: where
 * there is no further connection or thread, the first does all the work.
 */
final class Helpers {

    private static final Logger LOG = Logger.getLogger(Helpers.class);
    private static final int MOST = 3;

    private final Research.Connections connections;
    private final Connection first;
    private final Snapshot snapshot;

    Helpers(Research.Connections connections, Connection first, Snapshot snapshot) {
        this.connections = connections;
        this.first = first;
        this.snapshot = snapshot;
    }

    /** Does every piece of work once, in no order, several at a time; each with rows that only one thread uses. */
    <W> void each(ResearchRows rows, Collection<W> pieces, BiConsumer<ResearchRows, W> work) throws SQLException {
        Queue<W> left = new ConcurrentLinkedQueue<>(pieces);
        int helping =
                Math.min(MOST, Math.min(pieces.size(), Runtime.getRuntime().availableProcessors()) - 1);
        if (helping < 1) {
            drain(left, rows, work);
            return;
        }
        String name = Snapshot.name(first);
        List<CompletableFuture<Void>> helpers = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> help(name, left, work)))
                .limit(helping)
                .toList();
        try {
            drain(left, rows, work);
        } finally {
            left.clear(); // after a failure; a helper that begins only now has nothing to do
            finish(helpers);
        }
    }

    private <W> void help(String name, Queue<W> left, BiConsumer<ResearchRows, W> work) {
        if (left.isEmpty()) {
            return;
        }
        try (Connection connection = open()) {
            if (connection == null) {
                return;
            }
            try {
                snapshot.beginLike(name, connection);
                drain(left, new ResearchRows(connection, new Helpers(connections, connection, snapshot)), work);
            } finally {
                Snapshot.end(connection);
            }
        } catch (SQLException failure) {
            left.clear();
            throw new ReadingFailed(failure);
        } catch (RuntimeException failure) {
            left.clear();
            throw failure;
        }
    }

    /** {@return null if there is none to be had, which leaves the work to the others} */
    private Connection open() {
        try {
            return connections.open();
        } catch (SQLException none) {
            LOG.debug("no connection for a helper");
            return null;
        }
    }

    private static <W> void drain(Queue<W> left, ResearchRows rows, BiConsumer<ResearchRows, W> work) {
        for (W piece = left.poll(); piece != null; piece = left.poll()) {
            work.accept(rows, piece);
        }
    }

    private static void finish(List<CompletableFuture<Void>> helpers) {
        try {
            helpers.forEach(CompletableFuture::join);
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
