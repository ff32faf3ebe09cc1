package org.mentoringcommons.survey.invitation;

import java.util.List;
import java.util.UUID;

/**
 * What this service reads of a roster: ids only. Names and addresses come along and are dropped at once.
 *
 * @param erased whose names and addresses were deleted there; null if an older curriculum-service does not say so
 */
record Roster(long revision, List<Person> participants, List<UUID> erased) {

    record Person(UUID id) {}

    List<UUID> ids() {
        return participants.stream().map(Person::id).toList();
    }

    boolean tellsErasures() {
        return erased != null;
    }
}
