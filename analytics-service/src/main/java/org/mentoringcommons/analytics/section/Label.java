package org.mentoringcommons.analytics.section;

/** Keys as people read them: {@code professional_development} becomes "Professional development"; words of
 * their own stay as they are. */
public final class Label {

    private Label() {}

    /** {@return the key in words} */
    public static String of(String key) {
        String words = key.replace('_', ' ').replace('-', ' ').strip();
        return words.isEmpty() || !key.equals(key.toLowerCase(java.util.Locale.ROOT))
                ? key
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
