package org.mentoringcommons.provisioning.portal;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody can guess. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 43 letters, digits, - and _: 256 bits. */
    static String make() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
