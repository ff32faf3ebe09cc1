package org.mentoringcommons.tenancy.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One lane an institution: so many of its requests are worked on at once, the next ones wait in their order, and neither
 * takes a thread or a connection from another institution. Whoever is alone has the whole lane. While others ask too, one
 * request of each goes on at once, whatever the others do, unless it has had more than its share of late; and what
 * processors are left over, but for one, go round among those who wait: so whoever comes next finds a processor free, and
 * keeps it while they are worked for.
 */
final class Lanes {

    /** Whoever has asked within it is not forgotten: the others are not alone. */
    private static final long RECENT = TimeUnit.SECONDS.toNanos(1);

    /**
     * A request that takes longer mostly waits itself, for the database or a slow reader, and is no longer counted on the
     * processors: nobody of its own institution is kept waiting for it, as long as the lane is wide enough.
     */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(200);

    /**
     * Of late, and nobody is told to wait for it, however many ask. What somebody has had is measured by the clock, so that
     * where hundreds are worked for at once a single request is more than what their share of the processors comes to.
     */
    private static final double LITTLE = Usage.SECOND / 5;

    private final int atOnce;
    private final int waiting;
    private final int spare;
    private final LongSupplier nanos;
    /** Whoever asked last comes last. */
    private final Map<Place, Lane> lanes = new LinkedHashMap<>(16, 0.75f, true);
    /** How many lanes each party has; nobody is another to themselves. */
    private final Map<String, Integer> parties = new HashMap<>();
    /** Counted on the processors; whoever began last comes last. */
    private final Set<Turn> working = new LinkedHashSet<>();
    /** Where somebody waits; whose turn came last comes last. */
    private final Set<Lane> round = new LinkedHashSet<>();

    /** @param processors that the lanes share */
    Lanes(int atOnce, int waiting, int processors, LongSupplier nanos) {
        if (atOnce < 1 || waiting < 0 || processors < 1) {
            throw new IllegalArgumentException("nothing could ever be worked on");
        }
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.spare = Math.max(1, processors - 1);
        this.nanos = nanos;
    }

    /**
     * Where a request stands.
     *
     * @param party an institution, or who else asks for themselves
     * @param lane which of the party's: what comes by its links has one of its own
     */
    record Place(String party, String lane) {

        static Place of(String party) {
            return new Place(party, "");
        }
    }

    private static final class Lane {
        private final Queue<Turn> queue = new ArrayDeque<>();
        private final Usage usage = new Usage();
        private int busy;
        private int working;
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
        private long began;

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
                if (state != State.WAITING) {
                    return;
                }
                state = State.GONE;
                lane.queue.remove(this);
                if (lane.queue.isEmpty()) {
                    round.remove(lane);
                }
            }
            come.complete(false);
        }

        /** The request is over; whoever waits longest takes its place. Once or more often, it is the same. */
        void leave() {
            giveUp();
            List<Turn> next = new ArrayList<>(1);
            synchronized (Lanes.this) {
                if (state != State.BUSY) {
                    return;
                }
                state = State.GONE;
                lane.busy--;
                rest(this);
                first(lane, next);
                goRound(next);
            }
            proceed(next);
        }
    }

    /** Joins the lane; the turn has come already if it is not busy. */
    Turn enter(Place place) {
        Turn turn;
        State state;
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(place, this::open);
            lane.asked = nanos.getAsLong();
            turn = new Turn(lane);
            if (lane.queue.isEmpty() && isWide(lane) && (goesFirst(lane) || hasSpare())) {
                begin(turn);
            } else if (lane.queue.size() < waiting) {
                lane.queue.add(turn);
                round.add(lane);
            } else {
                turn.state = State.GONE;
            }
            state = turn.state;
        }
        switch (state) {
            case BUSY -> turn.come.complete(true);
            case GONE -> turn.come.complete(false);
            case WAITING -> {} // until somebody leaves
        }
        return turn;
    }

    /** What only time changes: requests that take long, and institutions that ask no more. To be called now and then. */
    void timePasses() {
        List<Turn> next = new ArrayList<>(1);
        synchronized (this) {
            long now = nanos.getAsLong();
            forget(now);
            for (Turn eldest : began(now - LONG)) {
                rest(eldest);
                first(eldest.lane, next);
            }
            List.copyOf(round).forEach(lane -> first(lane, next));
            goRound(next);
        }
        proceed(next);
    }

    /** Lanes in which somebody is worked for, or was a moment ago. */
    synchronized int size() {
        return lanes.size();
    }

    private Lane open(Place place) {
        parties.merge(place.party(), 1, Integer::sum);
        return new Lane();
    }

    private void forget(long now) {
        Iterator<Map.Entry<Place, Lane>> eldest = lanes.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<Place, Lane> next = eldest.next();
            if (now - next.getValue().asked < RECENT) {
                return; // so did all that follow
            }
            if (next.getValue().busy == 0) {
                eldest.remove();
                parties.computeIfPresent(next.getKey().party(), (party, open) -> open == 1 ? null : open - 1);
            }
        }
    }

    private List<Turn> began(long latest) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : working) {
            if (turn.began - latest > 0) {
                break;
            }
            turns.add(turn);
        }
        return turns;
    }

    private void begin(Turn turn) {
        turn.state = State.BUSY;
        turn.began = nanos.getAsLong();
        turn.lane.busy++;
        turn.lane.working++;
        working.add(turn);
    }

    private void rest(Turn turn) {
        if (working.remove(turn)) {
            turn.lane.working--;
            long now = nanos.getAsLong();
            turn.lane.usage.add(now - turn.began, now);
        }
    }

    /** One of each institution, whatever the others do. */
    private void first(Lane lane, List<Turn> next) {
        if (goesFirst(lane) && isWide(lane)) {
            poll(lane, next);
        }
    }

    /**
     * Who has had more than their share of late lets the others go first. That passes by itself: it is had no more while it
     * is waited for.
     */
    private boolean goesFirst(Lane lane) {
        double share = spare * Usage.SECOND / parties.size();
        return lane.working == 0 && lane.usage.level(nanos.getAsLong()) <= Math.max(share, LITTLE);
    }

    /** What is left over goes round. */
    private void goRound(List<Turn> next) {
        int passedOver = 0;
        while (hasSpare() && passedOver < round.size()) {
            Lane lane = round.iterator().next();
            if (isWide(lane)) {
                poll(lane, next);
                passedOver = 0;
            } else {
                round.remove(lane);
                round.add(lane);
                passedOver++;
            }
        }
    }

    private void poll(Lane lane, List<Turn> next) {
        Turn turn = lane.queue.poll();
        if (turn == null) {
            return;
        }
        round.remove(lane);
        if (!lane.queue.isEmpty()) {
            round.add(lane);
        }
        begin(turn);
        next.add(turn);
    }

    private boolean isWide(Lane lane) {
        return lane.busy < atOnce;
    }

    private boolean hasSpare() {
        return parties.size() <= 1 || working.size() < spare;
    }

    /** Not under the lock: it goes on from here. */
    private static void proceed(List<Turn> next) {
        next.forEach(turn -> turn.come.complete(true));
    }
}
