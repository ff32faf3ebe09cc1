package org.mentoringcommons.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Delivers a record come what may: tries again with growing pauses, waits for a database that is away as long as it
 * takes, and lays aside as a dead letter what still fails. A record is never skipped and never logged with its payload.
 */
@ApplicationScoped
class PatientDelivery {

    private static final Logger LOG = Logger.getLogger(PatientDelivery.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);

    /** As many as processors are worth while, two at least, and few enough to leave connections to requests. */
    private static final int AT_ONCE =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final Delivery delivery;
    private final DeadLetters deadLetters;
    private final ExecutorService sideBySide = Executors.newFixedThreadPool(AT_ONCE, PatientDelivery::worker);

    PatientDelivery(Delivery delivery, DeadLetters deadLetters) {
        this.delivery = delivery;
        this.deadLetters = deadLetters;
    }

    @PreDestroy
    void end() {
        sideBySide.shutdown();
    }

    /**
     * Delivers a record, and then what waited for it. Known records release what waits, too: a crash may have come
     * between a parent's effect and its children's.
     *
     * @param stopped asked between attempts, so that a stop does not wait for a database that is away
     * @return whether the record took effect, was known, waits, or is a dead letter now; false only when stopped
     */
    boolean deliver(ConsumerRecord<String, byte[]> record, BooleanSupplier stopped) {
        try {
            return deliver(Arrival.of(record), stopped) && retried(delivery::settle, Integer.MAX_VALUE, stopped);
        } catch (Unacceptable foreign) {
            return layAside(record, foreign, stopped);
        }
    }

    private boolean layAside(ConsumerRecord<String, byte[]> record, Unacceptable foreign, BooleanSupplier stopped) {
        return retried(() -> deadLetters.add(record, foreign.getMessage()), Integer.MAX_VALUE, stopped);
    }

    /**
     * Delivers what one poll brought, facts of one institution together where their subscription allows it, several
     * institutions at a time, and what waits for others after those. When it returns true, everything is on disk.
     */
    boolean deliverAll(Iterable<ConsumerRecord<String, byte[]>> records, BooleanSupplier stopped) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                arrivals.add(Arrival.of(record));
            } catch (Unacceptable foreign) {
                if (!layAside(record, foreign, stopped)) {
                    return false;
                }
            }
        }
        return Together.turns(delivery.together(arrivals)).stream().allMatch(turns -> deliverSideBySide(turns, stopped))
                && retried(delivery::settle, Integer.MAX_VALUE, stopped);
    }

    /** Institutions share nothing, so none waits for another; the batches of one take effect one after the other. */
    private boolean deliverSideBySide(List<Together.Turn> turns, BooleanSupplier stopped) {
        return turns.stream()
                .map(turn -> CompletableFuture.supplyAsync(
                        () -> turn.batches().stream().allMatch(batch -> deliver(batch, stopped)), sideBySide))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .reduce(true, Boolean::logicalAnd);
    }

    private static Thread worker(Runnable work) {
        Thread worker = new Thread(work, "exchange-delivery");
        worker.setDaemon(true); // whoever waits for it is asked to stop, and then so is it
        return worker;
    }

    private boolean deliver(List<Arrival> batch, BooleanSupplier stopped) {
        if (batch.size() == 1) {
            return deliver(batch.get(0), stopped);
        }
        AtomicBoolean waits = new AtomicBoolean();
        try {
            if (!retried(() -> waits.set(delivery.deliverTogether(batch)), 1, stopped)) {
                return false;
            }
        } catch (Unacceptable inTheWay) {
            // whichever it is, the others need not wait for it: halving finds it in a few steps
            int half = batch.size() / 2;
            return deliver(batch.subList(0, half), stopped) && deliver(batch.subList(half, batch.size()), stopped);
        }
        return !waits.get() || release(batch.get(0), stopped);
    }

    private boolean deliver(Arrival arrival, BooleanSupplier stopped) {
        return deliverAlone(arrival, stopped) && release(arrival, stopped);
    }

    /** Delivers what waited in this fact's institution and need not any longer. */
    private boolean release(Arrival arrival, BooleanSupplier stopped) {
        List<Arrival> released = new ArrayList<>();
        do {
            released.clear();
            if (!retried(() -> released.addAll(delivery.released(arrival)), Integer.MAX_VALUE, stopped)
                    || !released.stream().allMatch(waiting -> deliverAlone(waiting, stopped))) {
                return false;
            }
        } while (!released.isEmpty()); // what was released may have been waited for in its turn
        return true;
    }

    private boolean deliverAlone(Arrival arrival, BooleanSupplier stopped) {
        try {
            return retried(() -> delivery.deliver(arrival), ATTEMPTS, stopped);
        } catch (Unacceptable refused) {
            return retried(() -> deadLetters.add(arrival, refused.getMessage()), Integer.MAX_VALUE, stopped);
        }
    }

    /**
     * @return true once the work is done, false if stopped before
     * @throws Unacceptable if the work says so, or failed too often
     */
    private static boolean retried(Runnable work, int attempts, BooleanSupplier stopped) {
        int failures = 0;
        while (!stopped.getAsBoolean()) {
            try {
                work.run();
                return true;
            } catch (Unacceptable refused) {
                throw refused;
            } catch (RuntimeException failure) {
                String cause = rootCause(failure);
                boolean away = DatabaseFailed.isAway(failure);
                LOG.warnf("a delivery did not take effect, trying again: %s", cause);
                failures += away ? 0 : 1;
                if (failures >= attempts) {
                    throw new Unacceptable("failed " + failures + " times, at last with " + cause);
                }
                Pause.of(away ? WHILE_AWAY : FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 6)));
            }
        }
        return false;
    }

    /** The class only: messages of parsers and databases quote what they were given. */
    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }
}
