package org.mentoringcommons.survey.invitation;

import java.util.List;
import java.util.UUID;

/** What this service reads of a roster: ids only. Names and addresses come along and are dropped at once. */
record Roster(long revision, List<Person> participants) {

    record Person(UUID id) {}

    List<UUID> ids() {
        return participants.stream().map(Person::id).toList();
    }
}
