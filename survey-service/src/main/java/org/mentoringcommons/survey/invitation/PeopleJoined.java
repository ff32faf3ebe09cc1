package org.mentoringcommons.survey.invitation;

import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.wave.Wave;

/** Raised within the transaction that invites people of a roster, with those who had no invitation to the wave before. */
public record PeopleJoined(Wave wave, List<UUID> people) {}
