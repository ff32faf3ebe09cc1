package org.mentoringcommons.curriculum.roster;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who was present in a session: ids from the roster. */
@Schema(examples = """
                {"participants": ["0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11"]}""")
record AttendanceList(@NotNull @Size(max = RosterFile.PEOPLE_AT_MOST) List<@NotNull UUID> participants) {}
