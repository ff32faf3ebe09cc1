package org.mentoringcommons.curriculum.programme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;

/**
 * How far the people of a programme have come.
 *
 * @param members in the order they were told
 */
@Schema(
        name = "Programme",
        examples =
                """
                {"programme": "kl2", "requirements": [{"year": 1, "audience": "mentee", "minutes": 240}], "members": [
                 {"name": "Ada Example", "email": "ada@example.org", "year": 1, "fulfilled": false, "required": [
                  {"year": 1, "audience": "mentee", "minutes": 240, "attended": 120, "fulfilled": false}]}]}""")
record ProgrammeView(String programme, List<NewProgramme.Requirement> requirements, List<Member> members) {

    /**
     * @param required what this year and those before require
     * @param fulfilled whether all of it is
     */
    @Schema(name = "ProgrammeMemberStatus")
    record Member(String name, String email, int year, boolean fulfilled, List<Status> required) {}

    /** @param attended minutes in delivered workshops for this audience, found by the e-mail address */
    @Schema(name = "RequirementStatus")
    record Status(int year, Audience audience, int minutes, int attended, boolean fulfilled) {}
}
