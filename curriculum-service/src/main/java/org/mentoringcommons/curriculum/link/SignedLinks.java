package org.mentoringcommons.curriculum.link;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.curriculum.page.HtmlPage;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;
import org.mentoringcommons.tenancy.fairness.PublicLinks;

/**
 * Makes and checks tokens: base64url of institution id, thing id and the first 128 bits of their HMAC-SHA-256. A token is
 * derived, never stored; it proves what it is for and whose before the database is asked, and is judged in the same time
 * wherever it is wrong.
 */
@ApplicationScoped
public class SignedLinks implements PublicLinks {

    private static final int SECRET_BYTES = 32;
    private static final int IDS = 32;
    private static final int PROOF = 16;
    private static final int LENGTH = (IDS + PROOF) * 4 / 3;

    /** How addresses begin whose answers go on and on. */
    public static final String STREAM = "/b/live/";

    /** What a link is good for; a link of one purpose is none of another. */
    public enum Purpose {
        /** Whoever has it learns whether a certificate is genuine. */
        CERTIFICATE("/v/"),
        /** Whoever has it writes on a board. */
        BOARD("/b/"),
        /** Whoever has it follows and moderates a board. */
        DESK("/b/desk/"),
        /** Whoever has it can have themselves reminded no more. */
        REMINDER("/r/");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    private final byte[] secret;
    private final String base;
    private final TenantBinding binding;

    SignedLinks(
            @ConfigProperty(name = "curriculum.link-secret") String base64,
            @ConfigProperty(name = "curriculum.public-url") URI base,
            TenantBinding binding) {
        secret = Base64.getDecoder().decode(base64);
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("CURRICULUM_LINK_SECRET has fewer than 32 bytes");
        }
        this.base = base.toString().replaceAll("/+$", "");
        this.binding = binding;
    }

    /** The thing's token: 64 characters of the URL-safe alphabet. */
    public String token(Purpose purpose, Tenant institution, UUID thing) {
        UUID tenant = UUID.fromString(institution.id());
        byte[] ids = ByteBuffer.allocate(IDS)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(thing.getMostSignificantBits())
                .putLong(thing.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(ids, IDS + PROOF);
        System.arraycopy(proof(purpose, ids), 0, token, IDS, PROOF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Where the token leads. */
    public URI address(Purpose purpose, String token) {
        return URI.create(base + purpose.path + token);
    }

    /**
     * The thing that the token is of; the current request is bound to its institution, before any transaction.
     *
     * @throws HttpProblem 404 {@code link-not-found} if the token is not ours, or the caller is signed in for another
     *     institution
     */
    public UUID bind(Purpose purpose, String token) {
        Signed signed = open(purpose, token).orElseThrow(SignedLinks::notFound);
        if (binding.tenant()
                .filter(other -> !other.equals(signed.institution()))
                .isPresent()) {
            throw notFound();
        }
        binding.bind(signed.institution());
        return signed.thing();
    }

    /** The one answer to every link that leads nowhere, whatever is wrong with it. */
    public static HttpProblem notFound() {
        return Refusal.notFound("link")
                .detail("Nothing is here. Check that the address is complete.")
                .problem();
    }

    @Override
    public Optional<Link> of(UriInfo request) {
        return Optional.ofNullable(request.getPathParameters().getFirst("token"))
                .map(token -> new Link(
                        Stream.of(Purpose.values())
                                .flatMap(purpose -> open(purpose, token).stream())
                                .findFirst()
                                .map(signed -> signed.institution().id()),
                        request.getRequestUri().getPath().startsWith(STREAM)));
    }

    @Override
    public Optional<Response> page(HttpHeaders request, HttpProblem refused) {
        return HtmlPage.isWanted(request)
                ? Optional.of(HtmlPage.message(
                        refused.getStatusCode(),
                        "Please come back in a minute",
                        "Too many requests come from your network just now."))
                : Optional.empty();
    }

    private record Signed(Tenant institution, UUID thing) {}

    private Optional<Signed> open(Purpose purpose, String token) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        byte[] ids = Arrays.copyOf(bytes, IDS);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(bytes, IDS, IDS + PROOF), proof(purpose, ids))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(ids);
        Tenant institution = new Tenant(new UUID(read.getLong(), read.getLong()).toString());
        return Optional.of(new Signed(institution, new UUID(read.getLong(), read.getLong())));
    }

    private byte[] proof(Purpose purpose, byte[] ids) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.name().getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(ids), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
