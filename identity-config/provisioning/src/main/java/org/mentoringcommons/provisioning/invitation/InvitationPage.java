package org.mentoringcommons.provisioning.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.person.NewPerson;
import org.mentoringcommons.tenancy.Refusal;

/** Where somebody who is invited says yes: a page without any script. */
@Path("/i/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Invitations")
class InvitationPage {

    private final Acceptance acceptance;
    private final Validator validator;
    private final String signIn;

    InvitationPage(
            Acceptance acceptance, Validator validator, @ConfigProperty(name = "identity.sign-in-url") String signIn) {
        this.acceptance = acceptance;
        this.validator = validator;
        this.signIn = signIn;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance form(InvitationForm form);

        static native TemplateInstance joined(String institution, String roles, String signIn);
    }

    /** The fields of the form, as they came. */
    static class Answer {
        @FormParam("firstName")
        String firstName;

        @FormParam("lastName")
        String lastName;

        @FormParam("password")
        String password;

        @FormParam("again")
        String again;
    }

    @GET
    @Operation(summary = "Shows an invitation as a page", description = "Plain HTML that works without scripts.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(
            responseCode = "404",
            description = "The link leads nowhere, or not any more",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "503",
            description = "Keycloak is away; the link stays good",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        return withOffer(
                new InvitationLink(token),
                headers,
                offer -> HtmlPage.of(Response.Status.OK, Templates.form(InvitationForm.fresh(offer))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Accepts an invitation by the page",
            description = "What is wrong is shown beside the field; nothing is lost.")
    @APIResponse(responseCode = "200", description = "The person is a member")
    @APIResponse(
            responseCode = "400",
            description = "The page again, with what to mend",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "The link leads nowhere, or not any more",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "503",
            description = "Keycloak is away; the link stays good",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response accept(
            @PathParam("token") String token, @jakarta.ws.rs.BeanParam Answer answer, @Context HttpHeaders headers) {
        InvitationLink link = new InvitationLink(token);
        return withOffer(link, headers, offer -> {
            NewPerson person = person(offer, answer);
            Map<String, String> wrong = objections(offer, answer, person);
            if (!wrong.isEmpty()) {
                return HtmlPage.of(Response.Status.BAD_REQUEST, Templates.form(form(offer, answer, wrong)));
            }
            try {
                Optional<Boolean> joined = acceptance
                        .institutionOf(link)
                        .flatMap(institution -> acceptance.accept(link, institution, person));
                return joined.map(done -> done
                                ? HtmlPage.of(
                                        Response.Status.OK,
                                        Templates.joined(offer.institution(), offer.roles(), signIn))
                                : gone(headers))
                        .orElseGet(InvitationPage::away);
            } catch (Refused refused) {
                String field = Objects.requireNonNullElse(refused.field(), "password");
                return HtmlPage.of(
                        Response.Status.BAD_REQUEST,
                        Templates.form(form(offer, answer, Map.of(field, refused.getMessage()))));
            }
        });
    }

    private Response withOffer(
            InvitationLink link, HttpHeaders headers, java.util.function.Function<Acceptance.Offer, Response> answer) {
        try {
            return acceptance.offer(link).map(answer).orElseGet(() -> gone(headers));
        } catch (RuntimeException failure) {
            if (KeycloakAway.isWhy(failure)) {
                return away();
            }
            throw failure;
        }
    }

    private static InvitationForm form(Acceptance.Offer offer, Answer answer, Map<String, String> wrong) {
        return InvitationForm.of(offer, answer.firstName, answer.lastName, wrong);
    }

    private static NewPerson person(Acceptance.Offer offer, Answer answer) {
        return new NewPerson(
                Acceptance.usernameFor(offer.email()),
                offer.email(),
                answer.firstName,
                answer.lastName,
                answer.password);
    }

    private Map<String, String> objections(Acceptance.Offer offer, Answer answer, NewPerson person) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (offer.needsName()) {
            check(wrong, person, "firstName");
            check(wrong, person, "lastName");
        }
        if (!offer.needsNothing()) {
            check(wrong, person, "password");
            if (!Objects.equals(answer.password, answer.again)) {
                wrong.putIfAbsent("again", "is not the same password");
            }
            if (offer.email().equalsIgnoreCase(answer.password)) {
                wrong.put("password", "must not be your address");
            }
        }
        return wrong;
    }

    private void check(Map<String, String> wrong, NewPerson person, String field) {
        validator.validateProperty(person, field).stream()
                .map(ConstraintViolation::getMessage)
                .findFirst()
                .ifPresent(message -> wrong.put(field, message));
    }

    /** A person gets a sentence; a program that asks for no page in particular gets the problem document. */
    private static Response gone(HttpHeaders headers) {
        if (!HtmlPage.isWanted(headers)) {
            throw Refusal.notFound("invitation").problem();
        }
        return HtmlPage.message(
                Response.Status.NOT_FOUND,
                "This invitation is over",
                "It has been used, taken back or replaced by a later one, or its time has passed. "
                        + "Ask whoever invited you for another.");
    }

    private static Response away() {
        return HtmlPage.message(
                Response.Status.SERVICE_UNAVAILABLE,
                "Please come back in a few minutes",
                "We cannot reach our sign-in service just now. Your invitation stays good.");
    }
}
