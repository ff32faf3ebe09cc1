package org.mentoringcommons.survey.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.survey.redaction.Span;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            an          | An annual plan, an’s and an          | 16-18 25-27
            Éa          | Éal, Éa and XÉa: "Éa"                | 5-7 18-20
            (see Li     | We do (see Li) and (see Lily)        | 6-13
            王小明      | 感谢王小明的帮助                     | 2-5""")
    void words_are_taken_out_wherever_they_stand_as_whole_words(String typed, String text, String places) {
        List<Span> spans = new ArrayList<>();

        Numbers.words(
                new Sent(UUID.randomUUID(), "item", null, null, Sent.Deed.REDACT, 1, typed, List.of(), ""),
                text,
                spans);

        assertThat(spans).extracting(span -> span.start() + "-" + span.end()).containsExactly(places.split(" "));
    }
}
