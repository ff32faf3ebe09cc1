package org.mentoringcommons.analytics.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Duration;

/**
 * A report that is being computed.
 *
 * @param state always {@code computing}
 * @param retryAfterSeconds when to ask again
 */
record Soon(String state, long retryAfterSeconds) {

    static final String DESCRIPTION =
            "The report takes longer than a reader is kept waiting: it is being computed, once however many ask. Ask again"
                    + " after Retry-After seconds. A page says so and asks again by itself.";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <meta http-equiv="refresh" content="%1$d">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>The report is being computed</title>
            </head>
            <body>
            <main>
            <h1>The report is being computed</h1>
            <p role="status">It is about very many answers. This page looks again every %1$d seconds.</p>
            </main>
            </body>
            </html>
            """;

    static Response response(Request request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        Variant chosen =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                        .build());
        boolean page = chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        return Response.accepted(page ? PAGE.formatted(seconds) : new Soon("computing", seconds))
                .type(page ? MediaType.TEXT_HTML + ";charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
