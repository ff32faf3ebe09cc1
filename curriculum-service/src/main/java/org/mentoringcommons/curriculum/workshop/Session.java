package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One meeting of a workshop.
 *
 * @param minutes how long it is, 1 to 1440
 * @param attended how many enrolled people were present
 * @param modules keys of what is planned for it
 */
@Embeddable
public record Session(@Column(name = "starts_at") Instant startsAt, int minutes, int attended, List<String> modules) {

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    Session attendedBy(int people) {
        return new Session(startsAt, minutes, people, modules);
    }

    boolean isWhen(Session other) {
        return startsAt.equals(other.startsAt) && minutes == other.minutes;
    }
}
