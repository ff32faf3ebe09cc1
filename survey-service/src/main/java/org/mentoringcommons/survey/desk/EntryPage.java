package org.mentoringcommons.survey.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Standings;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Where a ticket is handed in for a session. Opening the link only asks to begin: programs that look at links before
 * people do use nothing up, and the browser sends the cookie, which is for this site alone, from a page of this site.
 */
@Path(DeskPage.PATH + "/enter")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Coding")
class EntryPage {

    private static final Duration SESSION = Duration.ofHours(2);
    private static final String USE =
            """
            with old as (delete from used_ticket where tenant = current_tenant() and until < ?)
            insert into used_ticket (tenant, id, until) values (current_tenant(), ?, ?) on conflict do nothing""";

    private final Seals seals;
    private final PublicAddress addresses;
    private final Standings standings;
    private final TenantTransaction transaction;
    private final Statements statements;
    private final Clock clock;

    EntryPage(
            Seals seals,
            PublicAddress addresses,
            Standings standings,
            TenantTransaction transaction,
            Statements statements,
            Clock clock) {
        this.seals = seals;
        this.addresses = addresses;
        this.standings = standings;
        this.transaction = transaction;
        this.statements = statements;
        this.clock = clock;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance begin(Wording w, String ticket);
    }

    @GET
    @Operation(summary = "Asks to begin coding", description = "Uses nothing up.")
    @APIResponse(responseCode = "200", description = "The page")
    public Response ask(@QueryParam("ticket") @DefaultValue("") String ticket, @Context HttpHeaders headers) {
        return FromOwnPages.told(HtmlPage.of(Response.Status.OK, Templates.begin(wording(headers), ticket)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Begins coding", description = "The ticket is good once; the browser keeps a cookie.")
    @APIResponse(responseCode = "303", description = "To the coding page")
    @APIResponse(
            responseCode = "403",
            description = "Sent by a page of another site: `sent-elsewhere`",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "None of ours, used before, or too old: `ticket-not-found`",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response begin(@FormParam("ticket") @DefaultValue("") String ticket, @Context HttpHeaders headers) {
        return HtmlPage.politely(headers, wording(headers), () -> {
            FromOwnPages.require(headers, addresses);
            return FromOwnPages.told(enter(ticket));
        });
    }

    private Response enter(String sealed) {
        Pass ticket = Pass.open(seals, Seals.Purpose.CODING_TICKET, sealed, clock.instant())
                .filter(this::isFirst)
                .orElseThrow(() -> Refusal.notFound("ticket").problem());
        Pass session = new Pass(
                UUID.randomUUID(),
                ticket.institution(),
                ticket.alias(),
                ticket.subject(),
                clock.instant().plus(SESSION));
        return HtmlPage.secret(Response.seeOther(addresses.of(DeskPage.PATH)))
                .cookie(new NewCookie.Builder(PassAuthentication.COOKIE)
                        .value(session.sealed(seals, Seals.Purpose.CODING_SESSION))
                        .path(DeskPage.PATH)
                        .maxAge(Math.toIntExact(SESSION.toSeconds()))
                        .httpOnly(true)
                        .secure(addresses.of("/").getScheme().equals("https"))
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build())
                .build();
    }

    private boolean isFirst(Pass ticket) {
        standings.requireActive(ticket.institution());
        java.time.OffsetDateTime until = ticket.until().atOffset(java.time.ZoneOffset.UTC);
        return transaction.call(
                        ticket.institution(),
                        () -> statements.update(
                                USE, clock.instant().atOffset(java.time.ZoneOffset.UTC), ticket.id(), until))
                == 1;
    }

    private static Wording wording(HttpHeaders headers) {
        return WantedLanguages.of(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
    }
}
