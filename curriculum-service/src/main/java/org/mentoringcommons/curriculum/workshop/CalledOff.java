package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A session there was and is no more: calendars that know of it have to be told.
 *
 * @param number it had, from 1
 */
@Embeddable
public record CalledOff(int number, @Column(name = "starts_at") Instant startsAt, int minutes) {}
