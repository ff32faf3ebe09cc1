package org.mentoringcommons.survey.webhook;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where a message goes: an address that was checked, which is connected to, whatever its name leads to by then.
 *
 * @param url for the request line, the {@code Host} header, and the name that the certificate has to bear
 */
record Endpoint(URI url, InetAddress address) {

    boolean secure() {
        return isSecure(url);
    }

    static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() == -1 ? secure() ? 443 : 80 : url.getPort();
    }

    /** Path and query. */
    String target() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The name or address, without the brackets of an address of version 6. */
    static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
