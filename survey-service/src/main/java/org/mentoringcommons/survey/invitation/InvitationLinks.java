package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Makes and checks the tokens of invitations: base64url of institution id, invitation id and the first 128 bits of
 * their HMAC-SHA-256. A token is derived, never stored, so reminders can carry the same one; and it proves which
 * institution it belongs to before the database is asked.
 */
@ApplicationScoped
public class InvitationLinks {

    private static final byte[] PURPOSE = "invitation".getBytes(StandardCharsets.US_ASCII);
    private static final int SECRET_BYTES = 32;
    private static final int IDS = 32;
    private static final int MAC = 16;
    private static final int TOKEN_LENGTH = (IDS + MAC) * 4 / 3;

    private final byte[] secret;
    private final PublicAddress addresses;

    InvitationLinks(@ConfigProperty(name = "survey.link-secret") String base64, PublicAddress addresses) {
        secret = Base64.getDecoder().decode(base64);
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("SURVEY_LINK_SECRET has fewer than 32 bytes");
        }
        this.addresses = addresses;
    }

    /** The invitation's token: 64 characters of the URL-safe alphabet. */
    public String token(Tenant institution, UUID invitation) {
        UUID tenant = UUID.fromString(institution.id());
        byte[] ids = ByteBuffer.allocate(IDS)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(ids, IDS + MAC);
        System.arraycopy(mac(ids), 0, token, IDS, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The address of the form page. */
    public URI address(String token) {
        return addresses.of("/s/" + token);
    }

    /** What the token says if we made it; in the same time wherever it is wrong. */
    public Optional<InvitationLink> open(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (bytes.length != IDS + MAC) {
            return Optional.empty();
        }
        byte[] ids = Arrays.copyOf(bytes, IDS);
        byte[] claimed = Arrays.copyOfRange(bytes, IDS, IDS + MAC);
        if (!MessageDigest.isEqual(claimed, mac(ids))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(ids);
        Tenant institution = new Tenant(new UUID(read.getLong(), read.getLong()).toString());
        return Optional.of(new InvitationLink(institution, new UUID(read.getLong(), read.getLong())));
    }

    private byte[] mac(byte[] ids) {
        return Arrays.copyOf(Hmac.of(secret, PURPOSE, ids), MAC);
    }
}
