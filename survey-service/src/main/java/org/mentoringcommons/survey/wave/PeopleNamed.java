package org.mentoringcommons.survey.wave;

import java.util.List;
import java.util.UUID;

/** Raised within the transaction that opens a wave for people who are on no roster. */
public record PeopleNamed(Wave wave, List<UUID> people) {}
