package org.mentoringcommons.provisioning.institution;

import java.util.List;

/** Something the registry holds of an institution, and gives out with all the rest. */
public interface ExportedPart {

    /** What it is called in the export. */
    String name();

    /** All of it, as its own interface shows it: never a secret. */
    List<?> of(String institution);
}
