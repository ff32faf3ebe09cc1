package org.mentoringcommons.provisioning.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.mentoringcommons.tenancy.Caller;

/**
 * Makes every POST with an Idempotency-Key one that can be sent again. Comes after whatever decides who may call, so a
 * key reveals nothing to anybody else, and a refusal is never kept.
 */
class IdempotencyFilter {

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class);
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL);

    private final Attempt attempt;
    private final Attempts attempts;
    private final Caller caller;
    private final ObjectMapper json;

    IdempotencyFilter(Attempt attempt, Attempts attempts, Caller caller, ObjectMapper json) {
        this.attempt = attempt;
        this.attempts = attempts;
        this.caller = caller;
        this.json = json;
    }

    /** Lets a first attempt through, and one after a crash; answers any other itself. */
    @ServerRequestFilter(priority = Priorities.USER)
    public Response begin(ContainerRequestContext context) throws IOException {
        String key = context.getHeaderString(IdempotencyKey.HEADER);
        if (key == null || !context.getMethod().equals(HttpMethod.POST)) {
            return null;
        }
        InputStream sent = context.getEntityStream();
        byte[] body = sent == null ? new byte[0] : sent.readAllBytes();
        context.setEntityStream(new ByteArrayInputStream(body));
        Attempts.Request request =
                new Attempts.Request(caller.subject(), new IdempotencyKey(key), fingerprint(context, body));
        Attempts.Found found = attempts.takeUp(request);
        if (found instanceof Attempts.Found.Ours ours) {
            attempt.begin(request, ours);
            return null;
        }
        if (found instanceof Attempts.Found.Answered answered) {
            return again(SealedAnswer.open(request.key(), answered.sealed()));
        }
        throw found instanceof Attempts.Found.UnderWay ? IdempotencyProblem.underWay() : IdempotencyProblem.another();
    }

    /** Keeps the answer if it made something. The caller gets it in any case: lost, it can be made again. */
    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!attempt.isUnderWay()) {
            return;
        }
        try {
            if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
                attempt.answered(answer(response));
            } else {
                attempt.failed();
            }
        } catch (RuntimeException | JsonProcessingException lost) {
            LOG.warn("an answer could not be kept; the same request will make it again", lost);
        }
    }

    private static Response again(SealedAnswer.Answer answer) {
        Response.ResponseBuilder again = Response.status(answer.status());
        answer.headers().forEach(again::header);
        if (answer.body().length > 0) {
            again.entity(answer.body());
        }
        return again.build();
    }

    private SealedAnswer.Answer answer(ContainerResponseContext response) throws JsonProcessingException {
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new SealedAnswer.Answer(response.getStatus(), headers, body(response));
    }

    private byte[] body(ContainerResponseContext response) throws JsonProcessingException {
        if (!response.hasEntity()) {
            return new byte[0];
        }
        if (response.getEntity() instanceof byte[] bytes) {
            return bytes;
        }
        return response.getEntity() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(response.getEntity());
    }

    private static byte[] fingerprint(ContainerRequestContext context, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((context.getMethod() + " "
                            + context.getUriInfo().getRequestUri().getRawPath() + "?"
                            + context.getUriInfo().getRequestUri().getRawQuery() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
