package org.mentoringcommons.provisioning.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page for people, rendered here, that works without any script and whose address is a secret. */
final class HtmlPage {

    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private HtmlPage() {}

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance message(String title, String sentence);
    }

    /** Whether somebody looks at it: a program that asks for no page in particular gets problem documents. */
    static boolean isWanted(HttpHeaders request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getSubtype().equals("html"));
    }

    static Response message(Response.Status status, String title, String sentence) {
        return of(status, Templates.message(title, sentence));
    }

    static Response of(Response.Status status, TemplateInstance content) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Referrer-Policy", "no-referrer") // the address is a secret
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .entity(content.render())
                .build();
    }
}
