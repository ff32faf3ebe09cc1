package org.mentoringcommons.analytics.cohort;

import java.util.List;
import java.util.UUID;

/** Takes in coded texts one by one. */
@FunctionalInterface
public interface CodingReader {

    /** Takes in the codes of one text of a workshop. */
    void read(String institution, UUID workshop, List<String> codes);
}
