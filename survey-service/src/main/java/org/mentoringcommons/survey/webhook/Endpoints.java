package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Decides where messages may go. An institution chooses the address, so it has to be one of the public internet and be
 * spoken to by TLS: all that its name leads to are looked at, when it is given and anew before each attempt, and the one
 * connected to is one of those looked at.
 */
@ApplicationScoped
class Endpoints {

    private final Names names;
    private final WebhookSettings settings;
    private final ExecutorService threads;
    private final Set<InetAddress> allowed = new HashSet<>();

    Endpoints(Names names, WebhookSettings settings, ExecutorService threads) {
        this.names = names;
        this.settings = settings;
        this.threads = threads;
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

    /** The address to connect to now; it takes as long as looking the name up takes. */
    Endpoint resolve(String text) throws Refused {
        URI url = parsed(text);
        List<InetAddress> found;
        try {
            found = names.addresses(Endpoint.host(url));
        } catch (UnknownHostException unknown) {
            throw new Refused(Outcome.UNKNOWN_HOST, "has a name that leads nowhere");
        }
        boolean ours = !found.isEmpty() && allowed.containsAll(found);
        if (!ours && !found.stream().allMatch(Outward::isPublic)) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "leads to an address that is not public");
        }
        if (!ours && !Endpoint.isSecure(url)) {
            throw new Refused(Outcome.ADDRESS_REFUSED, "is not https");
        }
        return new Endpoint(url, found.get(0));
    }

    /** Why messages may not go there, as names lead now, in words that follow "the url"; empty if they may. */
    Optional<String> objection(String url) {
        CompletableFuture<Optional<String>> looked = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        resolve(url);
                        return Optional.empty();
                    } catch (Refused refused) {
                        return Optional.of(refused.getMessage());
                    }
                },
                threads);
        return looked.completeOnTimeout(
                        Optional.of("has a name that cannot be looked up now"),
                        settings.patience().toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /** The url, if it is of the form that one of a webhook has; nothing is looked up. */
    private static URI parsed(String text) throws Refused {
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
