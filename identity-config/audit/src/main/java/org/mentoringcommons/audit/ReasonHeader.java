package org.mentoringcommons.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mentoringcommons.tenancy.Refusal;

/** The reason a request gives for what it asks: its {@code Reason} header, up to 500 characters. */
@ApplicationScoped
class ReasonHeader {

    static final String NAME = "Reason";
    private static final int LONGEST = 500;

    private final CurrentVertxRequest current;

    ReasonHeader(CurrentVertxRequest current) {
        this.current = current;
    }

    /** What it says; null if it says nothing, or if there is no request. */
    String reason() {
        RoutingContext request = current.getCurrent();
        String raw = request == null ? null : request.request().getHeader(NAME);
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String reason = decoded(raw).strip();
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw unacceptable("is longer than 500 characters");
        }
        if (reason.chars().anyMatch(Character::isISOControl)) {
            throw unacceptable("holds control characters");
        }
        return reason;
    }

    /** Clients write UTF-8 into headers, which arrive one character a byte; what is no UTF-8 stays as it came. */
    private static String decoded(String raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return raw;
        }
    }

    private static RuntimeException unacceptable(String message) {
        return Refusal.badRequest("reason-unacceptable", "The reason cannot be kept")
                .violation(NAME, message)
                .problem();
    }
}
