package org.mentoringcommons.curriculum.roster;

import java.util.List;
import java.util.UUID;

/**
 * Who is enrolled, in the order of the file.
 *
 * @param revision rises with each new roster; 0 before the first
 */
record RosterView(UUID workshop, long revision, List<Participant> participants) {}
