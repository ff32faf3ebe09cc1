package org.mentoringcommons.tenancy.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One lane an institution: so many of its requests are worked on at once, the next ones wait in their order, and neither
 * takes a thread or a connection from another institution. Whoever is alone has a wide lane; while others have asked
 * within the last second, the lanes are as wide as the processors suffice for all, one at least. A lane that is empty and
 * was not asked for that long is forgotten.
 */
final class Lanes {

    private static final long RECENT = TimeUnit.SECONDS.toNanos(1);

    private final int atOnce;
    private final int waiting;
    private final int processors;
    private final LongSupplier nanos;
    /** Whoever asked last comes last. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>(16, 0.75f, true);

    /** @param processors that the lanes share */
    Lanes(int atOnce, int waiting, int processors, LongSupplier nanos) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.processors = processors;
        this.nanos = nanos;
    }

    private static final class Lane {
        private final Queue<Turn> queue = new ArrayDeque<>();
        private int busy;
        private long asked;
    }

    private enum State {
        WAITING,
        BUSY,
        GONE
    }

    /** A request's place in its lane; to be left in the end, whatever became of it. */
    final class Turn {

        private final Lane lane;
        private final CompletableFuture<Boolean> come = new CompletableFuture<>();
        private State state = State.WAITING; // changed only under the lock of the lanes

        private Turn(Lane lane) {
            this.lane = lane;
        }

        /** Completes with true when the request may proceed, with false if it shall not. */
        CompletableFuture<Boolean> come() {
            return come;
        }

        /** Waits no longer; nothing happens if its turn has come. */
        void giveUp() {
            synchronized (Lanes.this) {
                if (state == State.WAITING) {
                    state = State.GONE;
                    lane.queue.remove(this);
                }
                if (state != State.GONE) {
                    return;
                }
            }
            come.complete(false);
        }

        /** The request is over; whoever waits longest takes its place. Once or more often, it is the same. */
        void leave() {
            giveUp();
            List<Turn> next = List.of();
            synchronized (Lanes.this) {
                if (state == State.BUSY) {
                    state = State.GONE;
                    lane.busy--;
                    next = next(lane);
                }
            }
            next.forEach(turn -> turn.come.complete(true)); // not under the lock: it goes on from here
        }
    }

    /** Joins the lane; the turn has come already if it is not busy. */
    Turn enter(String account) {
        Turn turn;
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(account, name -> new Lane());
            lane.asked = nanos.getAsLong();
            turn = new Turn(lane);
            if (lane.queue.isEmpty() && lane.busy < width()) {
                lane.busy++;
                turn.state = State.BUSY;
            } else if (lane.queue.size() < waiting) {
                lane.queue.add(turn);
            } else {
                turn.state = State.GONE;
            }
        }
        switch (turn.state) {
            case BUSY -> turn.come.complete(true);
            case GONE -> turn.come.complete(false);
            case WAITING -> {} // until somebody leaves
        }
        return turn;
    }

    /** Those who wait and may go on now; as long as anybody waits, somebody is busy, who will ask again. */
    private List<Turn> next(Lane lane) {
        int width = width();
        List<Turn> next = new ArrayList<>(1);
        while (lane.busy < width && !lane.queue.isEmpty()) {
            Turn turn = lane.queue.poll();
            turn.state = State.BUSY;
            lane.busy++;
            next.add(turn);
        }
        return next;
    }

    private int width() {
        int active = size();
        return active <= 1 ? atOnce : Math.max(1, Math.min(atOnce, processors / active));
    }

    /** Institutions that are worked for, or were a moment ago. */
    synchronized int size() {
        long now = nanos.getAsLong();
        Iterator<Lane> eldest = lanes.values().iterator();
        while (eldest.hasNext()) {
            Lane lane = eldest.next();
            if (now - lane.asked < RECENT) {
                break; // so were all that follow
            }
            if (lane.busy == 0) {
                eldest.remove();
            }
        }
        return lanes.size();
    }
}
