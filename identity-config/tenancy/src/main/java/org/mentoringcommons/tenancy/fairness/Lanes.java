package org.mentoringcommons.tenancy.fairness;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One lane an institution: so many of its requests are worked on at once, the next ones wait in their order, and neither
 * takes a thread or a connection from another institution. A lane that is empty is forgotten.
 */
final class Lanes {

    private final int atOnce;
    private final int waiting;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    Lanes(int atOnce, int waiting) {
        this.atOnce = atOnce;
        this.waiting = waiting;
    }

    private static final class Lane {
        private final Queue<Turn> queue = new ArrayDeque<>();
        private int busy;
    }

    private enum State {
        WAITING,
        BUSY,
        GONE
    }

    /** A request's place in its lane; to be left in the end, whatever became of it. */
    final class Turn {

        private final String account;
        private final CompletableFuture<Boolean> come = new CompletableFuture<>();
        private State state = State.WAITING; // changed only while the map holds the lane

        private Turn(String account) {
            this.account = account;
        }

        /** Completes with true when the request may proceed, with false if it shall not. */
        CompletableFuture<Boolean> come() {
            return come;
        }

        /** Waits no longer; nothing happens if its turn has come. */
        void giveUp() {
            lanes.computeIfPresent(account, (name, lane) -> {
                if (state == State.WAITING) {
                    state = State.GONE;
                    lane.queue.remove(this);
                }
                return lane;
            });
            if (state == State.GONE) {
                come.complete(false);
            }
        }

        /** The request is over; whoever waits longest takes its place. Once or more often, it is the same. */
        void leave() {
            giveUp();
            Turn[] next = new Turn[1];
            lanes.computeIfPresent(account, (name, lane) -> {
                if (state == State.BUSY) {
                    state = State.GONE;
                    lane.busy--;
                    next[0] = lane.queue.poll();
                    if (next[0] != null) {
                        next[0].state = State.BUSY;
                        lane.busy++;
                    }
                }
                return lane.busy == 0 ? null : lane;
            });
            if (next[0] != null) {
                next[0].come.complete(true); // not while the map holds the lane: it goes on from here
            }
        }
    }

    /** Joins the lane; the turn has come already if it is not busy. */
    Turn enter(String account) {
        Turn turn = new Turn(account);
        lanes.compute(account, (name, present) -> {
            Lane lane = present == null ? new Lane() : present;
            if (lane.busy < atOnce) {
                lane.busy++;
                turn.state = State.BUSY;
            } else if (lane.queue.size() < waiting) {
                lane.queue.add(turn);
            } else {
                turn.state = State.GONE;
            }
            return lane;
        });
        switch (turn.state) {
            case BUSY -> turn.come.complete(true);
            case GONE -> turn.come.complete(false);
            case WAITING -> {} // until somebody leaves
        }
        return turn;
    }

    int size() {
        return lanes.size();
    }
}
