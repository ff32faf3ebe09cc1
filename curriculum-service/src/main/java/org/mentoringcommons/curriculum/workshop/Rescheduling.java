package org.mentoringcommons.curriculum.workshop;

import java.util.UUID;

/** What goes by when sessions end. */
public interface Rescheduling {

    /** Sessions of this workshop may end at another time by now, or not take place at all; that is written already. */
    void rescheduled(UUID workshop);
}
