package org.mentoringcommons.provisioning.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders.Endpoints;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Reads what a campus login says of itself (OpenID Connect Discovery). An institution chooses whom we ask, so we ask only
 * public hosts over TLS, follow no redirect, and read little: nobody looks around in our network through us.
 */
@ApplicationScoped
class Campus {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final int LONGEST = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final boolean loopbackAllowed;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Campus(ObjectMapper json, @ConfigProperty(name = "sign-in.loopback") String loopback) {
        this.json = json;
        this.loopbackAllowed = loopback.equals("allowed");
    }

    /**
     * Where a campus login takes people and gives tokens.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming {@code issuer} if it is none, or does not answer
     */
    Endpoints read(String issuer) {
        requireAcceptable(issuer, "is no acceptable address");
        JsonNode metadata = metadata(issuer);
        if (!issuer.equals(metadata.path("issuer").asText())) {
            throw refused("calls itself differently in its metadata");
        }
        return new Endpoints(
                endpoint(metadata, "authorization_endpoint"),
                endpoint(metadata, "token_endpoint"),
                endpoint(metadata, "jwks_uri"));
    }

    private JsonNode metadata(String issuer) {
        String address = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + METADATA;
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw refused("has no metadata at " + METADATA);
                }
                return json.readTree(body.readNBytes(LONGEST));
            }
        } catch (IOException unreadable) {
            throw refused("does not answer with its metadata at " + METADATA);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String endpoint(JsonNode metadata, String name) {
        String address = metadata.path(name).asText();
        requireAcceptable(address, "names no acceptable " + name);
        return address;
    }

    private void requireAcceptable(String address, String objection) {
        try {
            URI uri = URI.create(address);
            boolean plain = "http".equals(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !plain && !"https".equals(uri.getScheme())) {
                throw refused(objection + ": an https address is needed");
            }
            for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
                boolean ownMachine = loopbackAllowed && host.isLoopbackAddress();
                if (!ownMachine && (plain || isInner(host))) {
                    throw refused(objection + ": a public https address is needed");
                }
            }
        } catch (IllegalArgumentException | UnknownHostException malformed) {
            throw refused(objection);
        }
    }

    private static boolean isInner(InetAddress host) {
        return host.isLoopbackAddress()
                || host.isAnyLocalAddress()
                || host.isLinkLocalAddress()
                || host.isSiteLocalAddress()
                || host.isMulticastAddress()
                || host instanceof Inet6Address && (host.getAddress()[0] & 0xfe) == 0xfc;
    }

    private static RuntimeException refused(String message) {
        return Refusal.badRequest("campus-unacceptable", "The campus login is not acceptable")
                .violation("issuer", message)
                .problem();
    }
}
