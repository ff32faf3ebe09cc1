package org.mentoringcommons.exchange;

import java.util.List;
import java.util.Set;

/**
 * What one topic's facts do in this service. Beans of this type are found and fed; they need no idempotence of their
 * own.
 *
 * @param <T> this service's own record of the producer's event; unknown properties are ignored
 */
public interface Subscription<T> {

    String topic();

    /** The CloudEvents type understood, with its version; any other goes to the dead letters. */
    String type();

    Class<T> state();

    /** The topics whose facts a fact of this one may have to wait for; those are taken first where there is a choice. */
    default Set<String> after() {
        return Set.of();
    }

    /** How many facts of one institution may share a transaction when they arrive together; 1 for one each. */
    default int together() {
        return 1;
    }

    /**
     * Takes effect, inside the transaction that also remembers the fact's version: both happen or neither.
     *
     * @throws ParentMissing if something it belongs to has not arrived; the fact then waits for that
     * @throws RuntimeException to be tried again and, if it stays, to be laid among the dead letters
     */
    void apply(Received<T> fact);

    /**
     * The same for several facts of one institution, each of another key, in one transaction. If anything stands in the
     * way of one, nothing of all takes effect, and fewer are tried together, at last each alone by {@link #apply}.
     */
    default void applyAll(List<Received<T>> facts) {
        facts.forEach(this::apply);
    }
}
