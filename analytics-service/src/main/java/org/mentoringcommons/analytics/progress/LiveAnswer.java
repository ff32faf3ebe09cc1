package org.mentoringcommons.analytics.progress;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.function.Supplier;

/** An institution's own results as they stand: JSON, or by Accept a page that is free to do nothing but be shown. */
public final class LiveAnswer {

    private LiveAnswer() {}

    /** {@return it, never kept by anybody on the way} */
    public static Response of(Request request, Object view, Supplier<String> page) {
        Variant chosen =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                        .build());
        boolean html = chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        never.setNoTransform(false);
        return (html
                        ? Response.ok(page.get(), ProgressPage.TYPE + "; charset=UTF-8")
                        : Response.ok(view, MediaType.APPLICATION_JSON_TYPE))
                .cacheControl(never)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
