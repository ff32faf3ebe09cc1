package org.mentoringcommons.survey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(strings = "es")
    void every_language_says_everything_with_the_same_gaps(String language) throws IOException {
        Properties english = words("en");
        Properties other = words(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(key -> assertThat(other.getProperty(key).contains("{0}"))
                        .as(key)
                        .isEqualTo(english.getProperty(key).contains("{0}")));
    }

    @Test
    void the_nearest_language_is_taken() {
        List<String> offered = List.of("en", "es", "pt-BR");

        assertThat(WantedLanguages.of("es-MX", "de").bestOf(offered)).isEqualTo("es");
        assertThat(WantedLanguages.of(null, "fr;q=0.9, pt;q=0.8").bestOf(offered))
                .isEqualTo("pt-BR");
        assertThat(WantedLanguages.of(" ", "not a header").bestOf(offered)).isEqualTo("en");
        assertThat(WantedLanguages.of("es,".repeat(500), null).bestOf(offered)).isEqualTo("en");
        assertThat(Wording.in("es-AR").say("form.yes")).isEqualTo("Sí");
        assertThat(Wording.in("de").say("form.yes")).isEqualTo("Yes");
    }

    @Test
    void days_and_gaps_are_filled_in_the_language() {
        LocalDate day = LocalDate.of(2026, 3, 4);

        assertThat(Wording.in("en").sayWith("form.open-until", Wording.in("en").day(day)))
                .isEqualTo("open until the end of March 4, 2026");
        assertThat(Wording.in("es").day(day)).isEqualTo("4 de marzo de 2026");
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                WordingTest.class.getResourceAsStream("/wording/" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
