package org.mentoringcommons.curriculum.board;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mentoringcommons.tenancy.Tenant;

/** One page that follows a board, and what it shows by now. */
final class Watch {

    final Tenant institution;
    final UUID board;
    /** The page is led there by it: another one, and it follows no longer. */
    final UUID link;

    private final MultiEmitter<? super Step> page;
    private final AtomicBoolean stale = new AtomicBoolean(true);
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean beating = new AtomicBoolean();
    private Map<UUID, Note.Mark> shown;
    private boolean open;

    Watch(Tenant institution, Board board, MultiEmitter<? super Step> page) {
        this.institution = institution;
        this.board = board.id();
        this.link = board.link();
        this.page = page;
    }

    void mayHaveChanged() {
        stale.set(true);
    }

    /** It is sent something in any case, so that nothing on the way takes it for dead, and a dead one is found out. */
    void beat() {
        beating.set(true);
        stale.set(true);
    }

    /** Whether there is something to look for, and whoever reads has read what was sent: then it is the caller's to do. */
    boolean begin() {
        if (!stale.get() || page.requested() <= 0 || !busy.compareAndSet(false, true)) {
            return false;
        }
        stale.set(false);
        return true;
    }

    /** After {@link #begin}: sends what is different from what is shown. */
    void go(boolean isOpen, Map<UUID, Note.Mark> marks, java.util.function.Function<List<UUID>, List<Note>> texts) {
        boolean first = shown == null;
        Map<UUID, Note.Mark> before = first ? Map.of() : shown;
        List<UUID> fresh = new ArrayList<>();
        marks.forEach((id, mark) -> {
            if (!mark.equals(before.get(id))) {
                fresh.add(id);
            }
        });
        List<UUID> gone = before.keySet().stream()
                .filter(id -> !marks.containsKey(id))
                .sorted()
                .toList();
        boolean beat = beating.getAndSet(false);
        if (beat || first || open != isOpen || !fresh.isEmpty() || !gone.isEmpty()) {
            page.emit(new Step(first, isOpen, fresh.isEmpty() ? List.of() : texts.apply(fresh), gone));
        }
        shown = new HashMap<>(marks);
        open = isOpen;
    }

    /** After {@link #begin}, whatever became of it. */
    void end() {
        busy.set(false);
    }

    void complete() {
        page.complete();
    }
}
