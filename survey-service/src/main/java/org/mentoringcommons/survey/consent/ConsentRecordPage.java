package org.mentoringcommons.survey.consent;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PdfDocument;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.ConsentText;

/** The consent record for people: to read, to print, to keep as PDF. */
@Path("/c/{record}")
@PermitAll
@Tag(name = "Consent records", description = "What a participant read and decided; only the participant has it")
class ConsentRecordPage {

    private final ConsentRecords records;

    ConsentRecordPage(ConsentRecords records) {
        this.records = records;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance record(Shown page);
    }

    /** @param pdf where the PDF is; null if there is none */
    record Shown(
            Wording w,
            String institution,
            String protocol,
            String version,
            ConsentText text,
            String day,
            boolean research,
            URI address,
            URI pdf) {

        static Shown of(ConsentRecordView record, Wording w, URI pdf) {
            return new Shown(
                    w,
                    record.institution(),
                    record.title() + " (" + record.board() + ", " + record.number() + ")",
                    record.consentVersion(),
                    record.text(),
                    w.day(record.day()),
                    record.research(),
                    record.address(),
                    pdf);
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Shows a consent record as a page",
            description = "That it is shown proves that it is genuine.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "We did not make this record: `consent-record-not-found`")
    public Response show(
            @PathParam("record") String code, @QueryParam("lang") String language, @Context HttpHeaders headers) {
        Wording browser = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
        return HtmlPage.politely(headers, browser, () -> {
            ConsentRecordView record = records.view(records.open(code));
            URI pdf = PdfDocument.canShow(shownText(record)) ? URI.create(record.address() + "/pdf") : null;
            return HtmlPage.of(Response.Status.OK, Templates.record(Shown.of(record, wording(record, language), pdf)));
        });
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(summary = "Gives a consent record as PDF", description = "Tagged for screen readers (PDF/UA).")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "404", description = "We did not make this record: `consent-record-not-found`")
    @APIResponse(responseCode = "406", description = "The text's script is not in our fonts: `pdf-unavailable`")
    public Response pdf(@PathParam("record") String code, @QueryParam("lang") String language) {
        ConsentRecordView record = records.view(records.open(code));
        PdfDocument.requireShowable(shownText(record));
        return PdfDocument.of(
                "consent-" + record.day(), Templates.record(Shown.of(record, wording(record, language), null)));
    }

    /** In the language of the text, unless another is asked for. */
    private static Wording wording(ConsentRecordView record, String language) {
        return Wording.in(language == null ? record.text().language() : language);
    }

    private static String shownText(ConsentRecordView record) {
        return record.institution()
                + record.title()
                + record.board()
                + record.number()
                + record.text().text()
                + record.text().researchQuestion();
    }
}
