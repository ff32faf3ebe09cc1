package org.mentoringcommons.exchange;

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

    /**
     * Takes effect, inside the transaction that also remembers the fact's version: both happen or neither.
     *
     * @throws ParentMissing if something it belongs to has not arrived; the fact then waits for that
     * @throws RuntimeException to be tried again and, if it stays, to be laid among the dead letters
     */
    void apply(Received<T> fact);
}
