package org.mentoringcommons.curriculum.roster;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is enrolled, in the order of the file.
 *
 * @param revision rises with each change of the roster; 0 before the first
 * @param withdrawn ids of those who withdrew; a file that lists them does not enrol them again
 * @param erased ids of those among them whose name and address were deleted on request: whoever has kept anything by
 *     such an id deletes it, too
 */
@Schema(
        examples =
                """
                {"workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "revision": 1, "participants": [
                 {"id": "0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11", "name": "Ada Example", "email": "ada@example.org"}],
                 "withdrawn": [], "erased": []}""")
record RosterView(
        UUID workshop, long revision, List<Participant> participants, List<UUID> withdrawn, List<UUID> erased) {}
