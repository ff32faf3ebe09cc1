package org.mentoringcommons.provisioning.keycloak;

import java.net.URI;
import java.util.Locale;

/** From where a page is, as browsers say it (RFC 6454): small letters, and no port where it is the usual one. */
final class Origin {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Origin() {}

    /** {@return of the page at this address} It is compared letter by letter with what browsers send. */
    static String of(String uri) {
        URI address = URI.create(uri);
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port == -1 || port == (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
