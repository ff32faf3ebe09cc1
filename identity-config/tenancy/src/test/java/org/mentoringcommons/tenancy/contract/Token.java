package org.mentoringcommons.tenancy.contract;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mentoringcommons.tenancy.Tenant;

/** Access tokens of the form our realm issues, signed with the key of {@link ServiceDatabase}. */
public final class Token {

    /** Two institutions that know nothing of each other. */
    public static final Tenant LAKESIDE = new Tenant("11111111-1111-4111-8111-111111111111");

    public static final Tenant HILLTOP = new Tenant("22222222-2222-4222-8222-222222222222");

    private final String subject;
    private final Map<String, Object> organizations = new LinkedHashMap<>();
    private List<String> platformRoles = List.of();
    private String client = "console";
    private String address;
    private List<String> origins = List.of();
    private Duration lifetime = Duration.ofMinutes(5);

    private Token(String subject) {
        this.subject = subject;
    }

    public static Token of(String subject) {
        return new Token(subject);
    }

    /** A member of the institution with these roles there. */
    public static String member(Tenant institution, String... roles) {
        return of("person-of-" + institution.id().charAt(0))
                .at(institution, roles)
                .sign();
    }

    /** Somebody without an institution, with these platform roles. */
    public static String platform(String... roles) {
        return of("person-of-the-platform").onThePlatform(roles).sign();
    }

    public Token at(Tenant institution, String... roles) {
        organizations.put(
                "alias-" + institution.id().charAt(0),
                Map.of("id", institution.id(), "realm_access", Map.of("roles", List.of(roles))));
        return this;
    }

    public Token onThePlatform(String... roles) {
        platformRoles = List.of(roles);
        return this;
    }

    /** Through this client; otherwise {@code console}. */
    public Token through(String clientId) {
        client = clientId;
        return this;
    }

    /** Given to pages from there. */
    public Token onPagesAt(String... origins) {
        this.origins = List.of(origins);
        return this;
    }

    /** Asked with the scope {@code email}. */
    public Token withAddress(String email) {
        address = email;
        return this;
    }

    public Token expired() {
        lifetime = Duration.ofMinutes(-10);
        return this;
    }

    public String sign() {
        JwtClaimsBuilder claims = Jwt.subject(subject)
                .audience("mentoring-commons")
                .claim("preferred_username", subject)
                .claim("azp", client)
                .claim("realm_access", Map.of("roles", platformRoles))
                .expiresAt(java.time.Instant.now().plus(lifetime));
        if (!organizations.isEmpty()) {
            claims.claim("organization", organizations);
        }
        if (!origins.isEmpty()) {
            claims.claim("allowed-origins", origins);
        }
        if (address != null) {
            claims.claim("email", address).claim("email_verified", true);
        }
        return claims.sign(signingKey());
    }

    private static PrivateKey signingKey() {
        byte[] encoded =
                Base64.getDecoder().decode(ConfigProvider.getConfig().getValue("test.signing-key", String.class));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
