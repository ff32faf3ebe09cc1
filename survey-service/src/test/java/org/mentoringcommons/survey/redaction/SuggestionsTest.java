package org.mentoringcommons.survey.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private final Suggestions suggestions = new Suggestions(
            KnownNames.ofPeople(List.of("Ann Example", "May O'Neil", "Bo Li", "José Ruiz-Peña", "İpek Kaya"), 3),
            KnownNames.whole(List.of("University of Lakeside", "lakeside", "Hilltop Center for Science", "uni"), 4));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            Write to ann.x+1@people.example today          | ann.x+1@people.example          | EMAIL
            Call (555) 123-4567 or not                     | (555) 123-4567                  | PHONE
            Call +44 20 7946 0958.                         | +44 20 7946 0958                | PHONE
            I thank ann example for it                     | ann example                     | NAME
            Ask Ann first                                  | Ann                             | NAME
            It was Ann's idea                              | Ann                             | NAME
            José's and nobody's                            | José                            | NAME
            My mentor is Dr. Walker                        | Dr. Walker                      | NAME
            We meet at Lakeside weekly                     | Lakeside                        | INSTITUTION
            The university of lakeside pays                | university of lakeside          | INSTITUTION
            I came from University of North Valley         | University of North Valley      | INSTITUTION
            People at North Valley Medical Center know     | North Valley Medical Center     | INSTITUTION
            Thanks, Bo Li                                  | Bo Li                           | NAME
            Thanks to İpek                                 | İpek                            | NAME
            It was İpek’s idea                             | İpek                            | NAME""")
    void what_could_lead_to_somebody_is_suggested(String text, String words, Span.Kind kind) {
        List<Span> found = suggestions.in(text);

        assertThat(found).hasSize(1);
        assertThat(text.substring(found.get(0).start(), found.get(0).end())).isEqualTo(words);
        assertThat(found.get(0).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            We may meet 3 times in 2026
            Since 2026-03-09 I do it
            An annual plan, and li is no word
            Ask @nobody""")
    void what_leads_to_nobody_is_not(String text) {
        assertThat(suggestions.in(text)).isEmpty();
    }

    @Test
    void several_are_suggested_in_their_order_and_none_within_another() {
        String text = "Ann Example (ann@people.example) of the University of Lakeside told May, 555-123-4567.";

        assertThat(suggestions.in(text))
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("Ann Example", "ann@people.example", "University of Lakeside", "May", "555-123-4567");
    }

    @Test
    void a_text_made_to_be_slow_is_not() {
        String text =
                ("a".repeat(5000) + "1 ".repeat(3000) + "Aa ".repeat(3000) + "x@".repeat(2000) + "+1".repeat(2000));

        Assertions.assertThat(suggestions)
                .satisfies(all -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> all.in(text)));
    }
}
