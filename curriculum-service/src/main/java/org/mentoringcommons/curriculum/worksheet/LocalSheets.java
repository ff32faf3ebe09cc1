package org.mentoringcommons.curriculum.worksheet;

import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/** The worksheets of an institution's own versions. */
public interface LocalSheets {

    /**
     * A worksheet of one.
     *
     * @param curriculum which the version is made from
     * @param version of that curriculum
     */
    record LocalSheet(String curriculum, String version, WorksheetFile file) {}

    /** A worksheet of a published revision; empty if there is none of that key, or nobody but authors reads it yet. */
    Optional<LocalSheet> published(UUID adaptation, int revision, String worksheet);
}
