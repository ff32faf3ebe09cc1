package org.mentoringcommons.curriculum.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** What each of the two does about an agreement for themselves: sign, end, be reminded. */
@Path(AgreementResource.PATH + "/{agreement}")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Agreements")
class SigningResource {

    private final Agreements agreements;
    private final Reminders reminders;
    private final Caller caller;
    private final TenantBinding binding;
    private final AuditTrail trail;

    SigningResource(
            Agreements agreements, Reminders reminders, Caller caller, TenantBinding binding, AuditTrail trail) {
        this.agreements = agreements;
        this.reminders = reminders;
        this.caller = caller;
        this.binding = binding;
        this.trail = trail;
    }

    @POST
    @Path("/signatures")
    @Operation(
            summary = "Signs an agreement",
            description = "What is proposed now, with the caller's own token and for the caller alone; once is enough.")
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    @APIResponse(responseCode = "409", description = "Something else is proposed by now, or it has ended")
    public AgreementView sign(@PathParam("agreement") UUID id, @Valid @NotNull NewSignature signature) {
        AgreementView agreement = agreements.locked(id);
        AgreementResource.requireNotEnded(agreement);
        int newest = agreement.newest().round();
        if (signature.round() != newest) {
            throw AgreementProblem.changedMeanwhile(newest);
        }
        agreements.sign(id, newest);
        note("agreement.signed", id);
        return agreements.get(id);
    }

    @POST
    @Path("/end")
    @Operation(
            summary = "Ends an agreement",
            description = "By either of the two, at any time, without a reason and without anybody's fault.")
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    @APIResponse(responseCode = "409", description = "Not both have signed, or it has ended")
    public AgreementView end(@PathParam("agreement") UUID id) {
        AgreementView agreement = agreements.locked(id);
        AgreementResource.requireNotEnded(agreement);
        if (agreement.inForce() == null) {
            throw AgreementProblem.notInForce();
        }
        agreements.end(id);
        note("agreement.ended", id);
        return agreements.get(id);
    }

    @PUT
    @Path("/reminder")
    @Operation(
            summary = "Has the caller reminded by mail",
            description =
                    """
                    To be in touch as often as agreed, and to look at the agreement on the day of its review; at the \
                    account's own address, which the token has to carry (scope `email`). The mail says nothing of the \
                    agreement. It ends with the agreement, or when the caller has not been here for a year.""")
    @APIResponse(responseCode = "204", description = "The caller is reminded")
    @APIResponse(responseCode = "400", description = "The token carries no address: `address-unknown`")
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    @APIResponse(responseCode = "409", description = "Not both have signed, or it has ended")
    public Response remind(@PathParam("agreement") UUID id) {
        AgreementView agreement = agreements.locked(id);
        AgreementResource.requireNotEnded(agreement);
        if (agreement.inForce() == null) {
            throw AgreementProblem.notInForce();
        }
        reminders.put(id, caller.address().orElseThrow(AgreementProblem::addressUnknown));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/reminder")
    @Operation(summary = "Has the caller reminded no more", description = "The address is forgotten.")
    @APIResponse(responseCode = "204", description = "No mail is sent from now on")
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    public Response remindNoMore(@PathParam("agreement") UUID id) {
        reminders.forget(agreements.get(id).id());
        return Response.noContent().build();
    }

    private void note(String action, UUID agreement) {
        trail.record(Deed.of(action, "agreement", agreement.toString())
                .institution(binding.tenant().orElseThrow()));
    }
}
