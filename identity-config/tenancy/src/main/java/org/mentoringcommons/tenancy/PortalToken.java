package org.mentoringcommons.tenancy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Of which institution's portal a token was got, by the client it was given to: {@code portal-<alias>-<8 hex>}, with
 * {@code -r<8 hex>} behind it for a rotated secret and {@code -web} for the portal's pages. Such a token is good at that
 * institution only. Else an institution's pages, where somebody signs in who belongs to two, could ask in their name for
 * a token of the other, or take an operator's word for the whole platform.
 */
final class PortalToken {

    private static final Pattern CLIENT = Pattern.compile("portal-(.+)-[0-9a-f]{8}(?:-r[0-9a-f]{8}|-web)?");

    private PortalToken() {}

    /** The alias of the institution whose portal it is; empty for a token of any other client. */
    static Optional<String> institution(JsonWebToken token) {
        Object client = token.getClaim("azp");
        Matcher portal = CLIENT.matcher(client == null ? "" : client.toString());
        return portal.matches() ? Optional.of(portal.group(1)) : Optional.empty();
    }
}
