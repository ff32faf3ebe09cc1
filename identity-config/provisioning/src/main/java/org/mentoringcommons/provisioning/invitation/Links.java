package org.mentoringcommons.provisioning.invitation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.tenancy.fairness.PublicLinks;

/**
 * Makes links, and tells those we made from guesses without the database: 256 random bits and 128 bits of their
 * HMAC-SHA-256. That a link is ours does not make it good: which are, the digests in the registry say. The key comes from
 * our own client secret; links made with another count as guesses, and lead where they led.
 */
@ApplicationScoped
class Links implements PublicLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM = 32;
    private static final int PROOF = 16;
    private static final int LENGTH = (RANDOM + PROOF) * 4 / 3;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Links(@ConfigProperty(name = "provisioning.client-secret") String clientSecret) {
        byte[] secret = clientSecret.getBytes(StandardCharsets.UTF_8);
        key = new SecretKeySpec(
                mac(new SecretKeySpec(secret, ALGORITHM), "invitation link v1".getBytes(StandardCharsets.US_ASCII)),
                ALGORITHM);
    }

    InvitationLink fresh() {
        byte[] secret = new byte[RANDOM];
        random.nextBytes(secret);
        byte[] token = Arrays.copyOf(secret, LENGTH * 3 / 4);
        System.arraycopy(mac(key, secret), 0, token, RANDOM, PROOF);
        return new InvitationLink(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Judged in the same time wherever it is wrong. Each link is a lane of its own. */
    @Override
    public Optional<PublicLinks.Link> of(UriInfo request) {
        return Optional.ofNullable(request.getPathParameters().getFirst("token"))
                .map(token -> new PublicLinks.Link(Optional.of(new InvitationLink(token))
                        .filter(this::isOurs)
                        .map(ours -> HexFormat.of().formatHex(ours.digest()))));
    }

    @Override
    public Optional<Response> page(HttpHeaders request, HttpProblem refused) {
        return HtmlPage.isWanted(request)
                ? Optional.of(HtmlPage.message(
                        Response.Status.TOO_MANY_REQUESTS,
                        "Please come back in a minute",
                        "Too many requests come from your network just now. If you have an invitation, it stays good."))
                : Optional.empty();
    }

    boolean isOurs(InvitationLink link) {
        if (link.token().length() != LENGTH) {
            return false;
        }
        try {
            byte[] token = Base64.getUrlDecoder().decode(link.token());
            byte[] proof = Arrays.copyOf(mac(key, Arrays.copyOf(token, RANDOM)), PROOF);
            return MessageDigest.isEqual(Arrays.copyOfRange(token, RANDOM, RANDOM + PROOF), proof);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
