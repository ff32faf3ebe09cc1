package org.mentoringcommons.survey.webhook;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Decides where messages may go. An institution chooses the address, so it has to be one of the public internet and be
 * spoken to by TLS: all that its name leads to are looked at, when it is given and anew before each attempt, and the one
 * connected to is one of those looked at.
 */
@ApplicationScoped
class Endpoints {

    /** Each of them waits in a thread that serves requests. */
    private static final int REQUESTS_AT_ONCE = LookUps.THREADS;

    private final Names names;
    private final WebhookSettings settings;
    private final Semaphore places = new Semaphore(REQUESTS_AT_ONCE);
    private final LookUps forRequests = new LookUps(REQUESTS_AT_ONCE);
    private final LookUps forMessages;
    private final LookUps forFailing;
    private final Set<InetAddress> allowed = new HashSet<>();

    Endpoints(Names names, WebhookSettings settings) {
        this.names = names;
        this.settings = settings;
        forMessages = new LookUps(settings.atOnce());
        forFailing = new LookUps(settings.failingAtOnce());
        settings.allowedAddresses().orElse(Set.of()).forEach(address -> allowed.add(literal(address)));
    }

    /** Why no message goes there. */
    static final class Refused extends Exception {

        private final Outcome outcome;

        Refused(Outcome outcome, String why) {
            super(why);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /** What an address leads to now. @param refused null if there is an endpoint */
    record Resolved(Endpoint endpoint, Refused refused) {}

    void stop(@Observes ShutdownEvent event) {
        List.of(forRequests, forMessages, forFailing).forEach(LookUps::stop);
    }

    /**
     * The address to connect to now; it completes within our patience.
     *
     * @param failing whether the last attempt failed: however many such names hang, those of others are looked up
     */
    CompletableFuture<Resolved> resolve(String url, boolean failing) {
        return look(url, failing ? forFailing : forMessages);
    }

    /**
     * Why messages may not go there, as names lead now, in words that follow "the url"; empty if they may. It takes as long
     * as looking the name up takes.
     *
     * @throws HttpProblem 503 {@code names-busy} if many wait for that already
     */
    Optional<String> objection(String url) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return Optional.ofNullable(look(url, forRequests).join().refused()).map(Refused::getMessage);
        } finally {
            places.release();
        }
    }

    private HttpProblem busy() {
        long seconds = Math.max(1, settings.patience().toSeconds());
        HttpProblem problem = Refusal.of(
                        "names-busy", Response.Status.SERVICE_UNAVAILABLE, "Many names are being looked up just now")
                .detail("Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                .problem();
        return HttpProblem.builder(problem)
                .withHeader(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private CompletableFuture<Resolved> look(String url, LookUps threads) {
        return threads.begin(
                () -> {
                    try {
                        return new Resolved(found(url), null);
                    } catch (Refused refused) {
                        return new Resolved(null, refused);
                    }
                },
                settings.patience(),
                new Resolved(null, new Refused(Outcome.TIMEOUT, "has a name that cannot be looked up now")));
    }

    /** Whether there is no such name or it leads inside is not told: else whoever asks would learn the names inside. */
    private Endpoint found(String text) throws Refused {
        URI url = parsed(text);
        List<InetAddress> found;
        try {
            found = names.addresses(Endpoint.host(url));
        } catch (UnknownHostException unknown) {
            found = List.of();
        }
        boolean ours = !found.isEmpty() && allowed.containsAll(found);
        if (!ours && (found.isEmpty() || !found.stream().allMatch(Outward::isPublic))) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "leads to no public address");
        }
        if (!ours && !Endpoint.isSecure(url)) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "is not https");
        }
        return new Endpoint(url, found.get(0));
    }

    /** The url, if it is of the form that one of a webhook has; nothing is looked up. */
    private static URI parsed(String text) throws Refused {
        if (!text.chars().allMatch(character -> character < 128)) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "has characters that are not ASCII; they have to be encoded");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "is no url");
        }
        if (!Endpoint.isSecure(url) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "is not https");
        }
        if (url.getRawUserInfo() != null) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "has a user name or password in it");
        }
        if (url.getHost() == null) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "names no host");
        }
        if (url.getRawFragment() != null) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "has a fragment");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "has no port that there is");
        }
        return url;
    }

    private static InetAddress literal(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("webhooks.allowed-addresses holds addresses, no names");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("webhooks.allowed-addresses holds what is no address");
        }
    }
}
