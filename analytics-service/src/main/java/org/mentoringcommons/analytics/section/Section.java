package org.mentoringcommons.analytics.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One table of the report.
 *
 * @param section its name
 * @param title what it is about, for people
 * @param notes what must be known to read it
 */
public record Section(
        String section, String title, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes, List<Row> rows) {

    Section(String section, String title, List<Row> rows) {
        this(section, title, List.of(), rows);
    }
}
