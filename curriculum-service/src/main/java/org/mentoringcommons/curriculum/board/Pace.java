package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How fast notes may come to one board, whoever sends them: no address is looked at for it. Far more than a full room
 * writes; it is there so that a program cannot fill a board before somebody closes it or renews its link. Counted in this
 * instance.
 */
@ApplicationScoped
class Pace {

    static final int AT_ONCE = 300;
    private static final long NANOS_EACH = 200_000_000L; // five a second
    private static final int BOARDS = 10_000;

    private final LongSupplier nanos;
    /** Until when what came so far would have taken, a note each fifth of a second. */
    private final Map<UUID, Long> until = new ConcurrentHashMap<>();

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes a note if there is room for one. */
    void take(UUID board) {
        long now = nanos.getAsLong();
        if (until.size() >= BOARDS) {
            until.values().removeIf(past -> past - now <= 0);
        }
        long[] missing = {0};
        until.compute(board, (id, before) -> {
            long from = before == null || before - now < 0 ? now : before;
            long after = from + NANOS_EACH;
            missing[0] = after - now - AT_ONCE * NANOS_EACH;
            return missing[0] > 0 ? before : Long.valueOf(after);
        });
        if (missing[0] > 0) {
            throw BoardProblem.tooFast((missing[0] + 999_999_999L) / 1_000_000_000L);
        }
    }
}
