package org.mentoringcommons.curriculum.roster;

import java.util.List;
import java.util.UUID;

/**
 * Who is enrolled, in the order of the file.
 *
 * @param revision rises with each new roster; 0 before the first
 */
record RosterView(UUID workshop, long revision, List<Person> participants) {

    /** The id stays with the e-mail address through later rosters. */
    record Person(UUID id, String name, String email) {}
}
