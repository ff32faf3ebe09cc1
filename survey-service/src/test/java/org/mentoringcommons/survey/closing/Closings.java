package org.mentoringcommons.survey.closing;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;

/** Lets tests say when it is time to finish waves. */
@ApplicationScoped
public class Closings {

    private final WaveClosing closing;

    Closings(WaveClosing closing) {
        this.closing = closing;
    }

    /** Whatever is due. */
    public void round() {
        World.elsewhere(closing::round);
    }

    /** As if the database's clock had come to it. */
    public void roundFor(String wave) {
        Database.update("update wave_task set due_at = now() where wave = ?::uuid and task = 'CLOSE'", wave);
        round();
    }
}
