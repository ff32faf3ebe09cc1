package org.mentoringcommons.curriculum.page;

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
    /** Pictures stand in the page itself. */
    private static final String PICTURE = "data:image/png;base64,";

    private static final CmapLookup GLYPHS = glyphs();

    static {
        XRLog.setLoggingEnabled(false); // it would tell what documents say
    }

    private PdfDocument() {}

    /**
     * The document to be kept under this name.
     *
     * @param content XHTML
     * @param texts all it shows that is not ours
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 406 {@code pdf-unavailable} if the fonts lack a letter; they
     *     have Latin, Greek and Cyrillic script
     */
    public static Response of(String file, TemplateInstance content, String texts) {
        if (!canShow(texts)) {
            throw Refusal.of(
                            "pdf-unavailable",
                            Response.Status.NOT_ACCEPTABLE,
                            "There is no PDF in this script; the page can be printed")
                    .problem();
        }
        return HtmlPage.secret(Response.ok(render(content.render()), "application/pdf"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".pdf\"")
                .build();
    }

    private static boolean canShow(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .allMatch(character -> GLYPHS.getGlyphId(character) != 0);
    }

    private static byte[] render(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> file(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> file(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null); // nothing is fetched
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
