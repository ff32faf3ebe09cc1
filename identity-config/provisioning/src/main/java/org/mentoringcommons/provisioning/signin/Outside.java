package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Hosts of other people. An institution chooses whom we ask, so we ask only public hosts over TLS, follow no redirect, and
 * read little and not for long: nobody looks around in our network through us, or keeps us waiting.
 */
@ApplicationScoped
class Outside {

    static final int LONGEST = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final boolean loopbackAllowed;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Outside(@ConfigProperty(name = "sign-in.loopback") String loopback) {
        this.loopbackAllowed = loopback.equals("allowed");
    }

    /**
     * What is at an address.
     *
     * @param field that the address was given in
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the field if it may not be asked or does not answer
     */
    byte[] read(String field, String address) {
        requireAcceptable(field, address, "is no acceptable address");
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> close(body));
                byte[] content = body.readNBytes(LONGEST + 1);
                if (answer.statusCode() != 200 || content.length > LONGEST) {
                    throw refused(field, "has no metadata at " + address);
                }
                return content;
            }
        } catch (IOException unreadable) {
            throw refused(field, "does not answer with its metadata at " + address);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Holds that people and we may be sent to an address.
     *
     * @param field to name in the refusal, with what is wrong about it
     */
    void requireAcceptable(String field, String address, String objection) {
        try {
            URI uri = URI.create(address);
            boolean plain = "http".equals(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !plain && !"https".equals(uri.getScheme())) {
                throw refused(field, objection + ": an https address is needed");
            }
            for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
                boolean ownMachine = loopbackAllowed && host.isLoopbackAddress();
                if (!ownMachine && (plain || isInner(host))) {
                    throw refused(field, objection + ": a public https address is needed");
                }
            }
        } catch (IllegalArgumentException | UnknownHostException malformed) {
            throw refused(field, objection);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close(); // whoever still reads it gets an IOException
        } catch (IOException closed) {
            return; // as wanted
        }
    }

    private static boolean isInner(InetAddress host) {
        return host.isLoopbackAddress()
                || host.isAnyLocalAddress()
                || host.isLinkLocalAddress()
                || host.isSiteLocalAddress()
                || host.isMulticastAddress()
                || host instanceof Inet4Address && isShared(host.getAddress())
                || host instanceof Inet6Address && (host.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** 100.64.0.0/10, of providers and clouds within. */
    private static boolean isShared(byte[] address) {
        return address[0] == 100 && (address[1] & 0xc0) == 0x40;
    }

    static RuntimeException refused(String field, String message) {
        return Refusal.badRequest("campus-unacceptable", "The campus login is not acceptable")
                .violation(field, message)
                .problem();
    }
}
