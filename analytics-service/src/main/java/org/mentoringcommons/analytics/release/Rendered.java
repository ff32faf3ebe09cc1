package org.mentoringcommons.analytics.release;

import java.nio.charset.StandardCharsets;

/**
 * A document of a release as it is stored.
 *
 * @param type its media type
 * @param body its bytes; nobody changes them
 */
record Rendered(String type, byte[] body) {

    static Rendered text(String type, String text) {
        return new Rendered(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
