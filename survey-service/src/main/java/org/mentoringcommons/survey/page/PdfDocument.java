package org.mentoringcommons.survey.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.mentoringcommons.tenancy.Refusal;

/** A document as PDF, tagged for screen readers (PDF/UA), with its fonts inside. */
public final class PdfDocument {

    private static final String FAMILY = "Liberation Sans";
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";
    private static final CmapLookup GLYPHS = glyphs();

    static {
        XRLog.setLoggingEnabled(false); // it would tell what documents say
    }

    private PdfDocument() {}

    /** Whether the fonts have all letters of this text; Latin, Greek and Cyrillic script they have. */
    public static boolean canShow(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .allMatch(character -> GLYPHS.getGlyphId(character) != 0);
    }

    /**
     * The document to be kept under this name.
     *
     * @param content XHTML
     */
    public static Response of(String file, TemplateInstance content) {
        return HtmlPage.secret(Response.ok(render(content.render()), "application/pdf"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".pdf\"")
                .build();
    }

    /** Refuses a document whose letters the fonts have not; its page can be printed by the browser. */
    public static void requireShowable(String text) {
        if (!canShow(text)) {
            throw Refusal.of(
                            "pdf-unavailable",
                            Response.Status.NOT_ACCEPTABLE,
                            "There is no PDF in this script; the page can be printed")
                    .problem();
        }
    }

    private static byte[] render(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> file(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> file(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null); // nothing is fetched
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pdf.toByteArray();
    }

    private static CmapLookup glyphs() {
        try (InputStream font = file(REGULAR)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream file(String font) {
        return PdfDocument.class.getResourceAsStream(font);
    }
}
