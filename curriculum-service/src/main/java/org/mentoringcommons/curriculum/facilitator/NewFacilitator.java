package org.mentoringcommons.curriculum.facilitator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.tenancy.Refusal;

/** Who teaches, with all the training they had. */
@Schema(
        examples =
                """
                {"name": "Ada Example", "email": "ada@example.org", "offered": true, "trainings": [
                 {"title": "Train the trainer", "trainedOn": "2025-06-02", "trainedBy": "National network"}]}""")
record NewFacilitator(
        @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = LINE_MESSAGE) String name,
        @NotBlank @Size(max = 254) @Email String email,
        @Schema(description = "Whether other institutions of the hub find them in the pool; ask them first") @NotNull
                Boolean offered,
        @NotNull @Size(max = 50) List<@NotNull @Valid Training> trainings) {

    static final String LINE = "\\P{Cntrl}*";
    static final String LINE_MESSAGE = "must not contain control characters";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Where somebody learned to teach. */
    record Training(
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = LINE_MESSAGE) String title,
            @NotNull @PastOrPresent LocalDate trainedOn,
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = LINE_MESSAGE) String trainedBy) {}

    /** Refuses trainings before anybody alive was born, and with them days the database has not. */
    void requireLivedIn() {
        List<Refusal.Violation> early = IntStream.range(0, trainings.size())
                .filter(at -> trainings.get(at).trainedOn().isBefore(EARLIEST))
                .mapToObj(at -> new Refusal.Violation("trainings[" + at + "].trainedOn", "must not lie before 1900"))
                .toList();
        if (!early.isEmpty()) {
            throw FacilitatorProblem.tooEarly(early);
        }
    }

    /** By which they are known on rosters. */
    String mailbox() {
        return email.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "a facilitator"; // names and addresses stay out of logs
    }
}
