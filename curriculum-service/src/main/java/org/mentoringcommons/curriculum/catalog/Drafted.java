package org.mentoringcommons.curriculum.catalog;

/**
 * What there is of a version already.
 *
 * @param digest of its content, or null if there is no such version
 */
public record Drafted(String digest, boolean isPublished) {

    static final Drafted NONE = new Drafted(null, false);

    public boolean isNone() {
        return digest == null;
    }

    public boolean isSame(String other) {
        return other.equals(digest);
    }
}
