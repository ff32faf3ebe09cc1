package org.mentoringcommons.analytics.statistics;

import java.util.Objects;

/**
 * What was computed and by which edition of our definition, carried by every result so that a number can be cited and
 * recomputed. The version changes whenever the same data would give another number.
 *
 * @param name the method in the words of the field, with the choices that change its value
 * @param version edition of our definition, for example {@code 1.0}
 */
public record Method(String name, String version) {
    /** @throws NullPointerException if a part is missing */
    public Method {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }

    /** {@return the method in the first edition of its definition} */
    static Method first(String name) {
        return new Method(name, "1.0");
    }
}
