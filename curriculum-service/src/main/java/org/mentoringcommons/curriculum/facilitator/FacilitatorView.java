package org.mentoringcommons.curriculum.facilitator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who teaches.
 *
 * @param delivered workshops they were facilitators of and that were delivered, the newest first
 * @param attended workshops they were in as participants, by the same e-mail address, the newest first
 */
@Schema(
        name = "Facilitator",
        examples =
                """
                {"id": "0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11", "name": "Ada Example", "email": "ada@example.org",
                 "offered": true, "trainings": [
                  {"title": "Train the trainer", "trainedOn": "2025-06-02", "trainedBy": "National network"}],
                 "delivered": [{"workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "name": "Spring cohort",
                   "curriculum": "mentoring-up", "version": "1.0.0", "day": "2026-03-02"}], "attended": []}""")
record FacilitatorView(
        UUID id,
        String name,
        String email,
        boolean offered,
        List<NewFacilitator.Training> trainings,
        List<Of> delivered,
        List<Of> attended) {

    /** @param day of the first session, by the workshop's clocks */
    @Schema(name = "FacilitatorsWorkshop")
    record Of(UUID workshop, String name, String curriculum, String version, LocalDate day) {}

    /** Somebody in a list. */
    @Schema(name = "FacilitatorLine")
    record Line(UUID id, String name, String email, boolean offered) {}

    /**
     * Somebody in the hub's pool.
     *
     * @param trainedOn when last, or null
     * @param delivered how many workshops
     */
    @Schema(name = "OfferedFacilitator")
    record Offered(
            UUID id,
            String institution,
            String name,
            String email,
            LocalDate trainedOn,
            String trainedBy,
            int delivered) {}
}
