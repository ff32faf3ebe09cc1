package org.mentoringcommons.curriculum.roster;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Who was present in a session: ids from the roster. */
record AttendanceList(@NotNull @Size(max = RosterFile.PEOPLE_AT_MOST) List<@NotNull UUID> participants) {}
