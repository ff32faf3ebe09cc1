package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Base64;
import org.mentoringcommons.analytics.report.Document;
import org.mentoringcommons.analytics.report.Purpose;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** How a document of a frozen release is handed out: on record, and as the bytes that were stored when it was frozen. */
@ApplicationScoped
class Opening {

    /** Nothing of it changes, but a notice may come; who kept a copy learns of it within the hour. */
    private static final String FOR_GOOD = "private, max-age=3600, immutable";

    private static final String ASK_AGAIN = "private, no-cache";

    private final Releases releases;
    private final AtHand atHand;
    private final Caller caller;
    private final Clock clock;
    private final HttpHeaders headers;

    Opening(Releases releases, AtHand atHand, Caller caller, Clock clock, HttpHeaders headers) {
        this.releases = releases;
        this.atHand = atHand;
        this.caller = caller;
        this.clock = clock;
        this.headers = headers;
    }

    /**
     * Answers with a document, or with 304 if the reader has it; reading again is on record too.
     *
     * @param name of the document
     * @param purpose the header, or null
     */
    Response answer(int number, String name, String purpose, Request request) {
        FrozenRelease release = releases.find(number)
                .orElseThrow(() -> Refusal.notFound("release").problem());
        String words = Purpose.of(purpose, release.purpose());
        Document document = atHand.document(number, name)
                .orElseThrow(() -> Refusal.notFound("document").problem());
        releases.read(number, name, caller.subject(), words, clock.instant());
        boolean withdrawn = release.erratum().isPresent();
        Response.ResponseBuilder answer = document.answer(request, headers, withdrawn ? ASK_AGAIN : FOR_GOOD)
                .links(Link.fromUri(ReleaseResource.PATH + "/" + number + "/metadata")
                        .rel("describedby")
                        .type(Citation.TYPE)
                        .build())
                .header(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(document.body())) + ":");
        if (withdrawn) {
            answer.links(Link.fromUri(ReleaseResource.PATH + "/" + number + "/erratum")
                    .rel("https://schema.org/correction")
                    .title("withdrawn")
                    .build());
        }
        return answer.build();
    }
}
