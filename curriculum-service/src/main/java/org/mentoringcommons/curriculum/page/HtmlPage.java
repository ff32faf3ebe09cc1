package org.mentoringcommons.curriculum.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** A page for people, rendered here, that works without any script. */
public final class HtmlPage {

    /** Nothing is loaded; only the page's own style and pictures, and only sent back to us. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private HtmlPage() {}

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance message(String title, String sentence);
    }

    public static Response of(Response.Status status, TemplateInstance content) {
        return of(status, CONTENT_POLICY, content);
    }

    /** A page with a script of ours that keeps it up to date: the one marked with this word, and it asks only us. */
    public static Response live(String nonce, TemplateInstance content) {
        return of(
                Response.Status.OK, CONTENT_POLICY + "; script-src 'nonce-" + nonce + "'; connect-src 'self'", content);
    }

    private static Response of(Response.Status status, String policy, TemplateInstance content) {
        return secret(Response.status(status))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", policy)
                .entity(content.render())
                .build();
    }

    /** What goes with every answer whose address is a secret. */
    public static Response.ResponseBuilder secret(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex");
    }

    /** A page with nothing but this. */
    public static Response message(int status, String title, String sentence) {
        return of(Response.Status.fromStatusCode(status), Templates.message(title, sentence));
    }

    /** Whether a person's browser asks, not a program that takes anything. */
    public static boolean isWanted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(accepted -> accepted.getSubtype().equals("html"));
    }

    /** Does the work; if it is refused, a person gets a sentence, a program the problem document. */
    public static Response politely(HttpHeaders headers, Supplier<Response> work) {
        try {
            return work.get();
        } catch (HttpProblem refused) {
            if (!isWanted(headers)) {
                throw refused;
            }
            return message(
                    refused.getStatusCode(),
                    refused.getTitle(),
                    refused.getDetail() == null ? "Nothing was changed." : refused.getDetail());
        }
    }
}
