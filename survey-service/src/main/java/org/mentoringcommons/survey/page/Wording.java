package org.mentoringcommons.survey.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the pages for participants say besides what institutions wrote, in one language. */
public final class Wording {

    /** The languages there are; the first is for everybody else. */
    public static final List<String> LANGUAGES = List.of("en", "es");

    private static final Map<String, Wording> ALL = new LinkedHashMap<>();

    static {
        LANGUAGES.forEach(language -> ALL.put(language, new Wording(language)));
    }

    private final String language;
    private final Properties words = new Properties();

    private Wording(String language) {
        this.language = language;
        try (Reader file = new InputStreamReader(
                Wording.class.getResourceAsStream("/wording/" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The wording that suits a reader of this language best, such as Spanish for {@code es-MX}. */
    public static Wording in(String tag) {
        String found = Locale.lookupTag(List.of(new Locale.LanguageRange(tag)), LANGUAGES);
        return ALL.get(found == null ? LANGUAGES.get(0) : found);
    }

    /** The tag of its own language. */
    public String language() {
        return language;
    }

    /** {@throws IllegalArgumentException if there are no such words} */
    public String say(String key) {
        String sentence = words.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return sentence;
    }

    /** As {@link #say(String)}, with these in the places {@code {0}}, {@code {1}}, …. */
    public String sayWith(String key, Object... values) {
        return new MessageFormat(say(key).replace("'", "''"), Locale.forLanguageTag(language)).format(values);
    }

    /** Whether there are such words. */
    public boolean knows(String key) {
        return words.containsKey(key);
    }

    /** A day as it is written out. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(day);
    }
}
