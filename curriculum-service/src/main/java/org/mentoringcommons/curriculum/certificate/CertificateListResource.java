package org.mentoringcommons.curriculum.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Who has earned a certificate of a workshop. */
@Path("/curriculum/v1/workshops/{workshop}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Certificates", description = "Who completed a workshop, and how others check that")
class CertificateListResource {

    private final Certificates certificates;

    CertificateListResource(Certificates certificates) {
        this.certificates = certificates;
    }

    @GET
    @Operation(
            summary = "Lists who has earned a certificate",
            description =
                    "Who was there for as long as the workshop's `certificateMinutes`, in the order of the roster.")
    @APIResponseSchema(CertificateView[].class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "It is not delivered, or declares no certificates")
    public List<CertificateView> list(@PathParam("workshop") UUID workshop) {
        return certificates.earned(workshop);
    }
}
