package org.mentoringcommons.provisioning.portal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * An address that a browser may be sent back to with a code: one page, over TLS. Only of a machine's own loopback it may
 * do without, which nobody on the way can read.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RedirectUri.Validator.class)
@interface RedirectUri {
    String message() default "must be one exact https address (http on localhost only), without * and #";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null too is no address. */
    class Validator implements ConstraintValidator<RedirectUri, String> {
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
        private static final int LONGEST = 255;

        @Override
        public boolean isValid(String address, ConstraintValidatorContext context) {
            if (address == null || address.length() > LONGEST || address.contains("*")) {
                return false;
            }
            try {
                URI uri = new URI(address);
                boolean secure = "https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
                return secure
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null
                        && uri.normalize().equals(uri);
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }
}
