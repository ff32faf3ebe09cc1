package org.mentoringcommons.curriculum.comparison;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.person.Other;
import org.mentoringcommons.curriculum.person.People;
import org.mentoringcommons.curriculum.worksheet.FilledSheet;
import org.mentoringcommons.curriculum.worksheet.FilledSheets;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Expectations of two people side by side, when both consent. */
@Path("/curriculum/v1/worksheets/{sheet}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets")
class ComparisonResource {

    private final FilledSheets sheets;
    private final Consents consents;
    private final People people;
    private final Other other;

    ComparisonResource(FilledSheets sheets, Consents consents, People people, Other other) {
        this.sheets = sheets;
        this.consents = consents;
        this.people = people;
        this.other = other;
    }

    @PUT
    @Operation(
            summary = "Consents to have one's answers laid beside a person's",
            description =
                    """
                    The answers of one stage, as they are now: later ones are shown only if this is called again. The \
                    other person sees that there is a consent, and the answers once theirs names the caller. It replaces \
                    an earlier consent of the sheet.""")
    @APIResponseSchema(ConsentView.class)
    @APIResponse(responseCode = "400", description = "The sheet is not made to be compared, or has no such stage")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or nobody of that account is known")
    public ConsentView consent(@PathParam("sheet") UUID id, @Valid @NotNull NewConsent wanted) {
        FilledSheet sheet = sheets.own(id);
        requireComparable(sheet, wanted.stage());
        consents.give(sheet, other.of(wanted.with()), wanted.stage());
        return consents.all().stream()
                .filter(one -> id.equals(one.sheet()))
                .map(one -> one.view(people.names(Set.of(one.other()))))
                .findFirst()
                .orElseThrow();
    }

    @DELETE
    @Operation(summary = "Withdraws the consent", description = "From now on the other person sees nothing of it.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or gave no consent with it")
    public Response withdraw(@PathParam("sheet") UUID id) {
        if (!consents.withdraw(sheets.own(id).id())) {
            throw noConsent();
        }
        return Response.noContent().build();
    }

    @GET
    @Operation(
            summary = "Shows both people's answers side by side",
            description = "Pair by pair in the sheet's order, each as it was when its owner consented.")
    @APIResponseSchema(SideBySide.class)
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or gave no consent with it")
    @APIResponse(responseCode = "409", description = "The other person has not consented: `consent-missing`")
    public SideBySide show(@PathParam("sheet") UUID id) {
        FilledSheet sheet = sheets.own(id);
        Consents.Consent mine = consents.ofSheet(id).orElseThrow(ComparisonResource::noConsent);
        Consents.Consent theirs = consents.inReturn(mine).orElseThrow(ComparisonResource::oneSided);
        return new SideBySide(
                mine.worksheet(),
                people.names(Set.of(mine.partner())).getOrDefault(mine.partner(), ""),
                mine.stage(),
                theirs.stage(),
                SideBySide.rows(sheet.definition(), mine.answers(), theirs.answers()));
    }

    private static void requireComparable(FilledSheet sheet, String stage) {
        if (!sheet.kind().equals("bipolar")
                || !sheet.definition().path("comparable").asBoolean()) {
            throw Refusal.badRequest("sheet-not-comparable", "This worksheet is not made to be compared")
                    .problem();
        }
        boolean known = StreamSupport.stream(sheet.definition().get("stages").spliterator(), false)
                .anyMatch(one -> one.get("key").asText().equals(stage));
        if (!known) {
            throw Refusal.badRequest("stage-unknown", "The worksheet has no such stage")
                    .violation("stage", "is no stage of the worksheet")
                    .problem();
        }
    }

    private static HttpProblem noConsent() {
        return Refusal.notFound("consent").problem();
    }

    private static HttpProblem oneSided() {
        return Refusal.conflict("consent-missing", "The other person has not consented")
                .detail("Their answers are shown once they have, and yours to them.")
                .problem();
    }
}
