package org.mentoringcommons.survey.history;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import to be made; its file follows.
 *
 * @param source where the answers are from, such as the name of a Qualtrics project; kept with who imports them and when
 */
@Schema(
        examples =
                """
                {"source": "Qualtrics project \\"Mentoring up 2019\\"", "mapping": {"layout": "qualtrics",
                 "workshop": {"column": "workshop"}, "record": "ResponseId", "participant": "ExternalReference",
                 "consent": {"column": "Q1", "yes": ["Yes"], "no": ["No"]},
                 "leaveOut": [{"column": "Status", "values": ["Survey Preview"]}],
                 "items": [{"item": "communication_1", "then": "Q2_1", "now": "Q3_1"},
                           {"item": "career", "column": "Q9", "options": {"Post-doc": "Postdoc"}}]}}""")
record NewImport(@NotBlank @Size(max = 500) String source, @NotNull @Valid Mapping mapping) {}
