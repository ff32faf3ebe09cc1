package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiSelectTest {
    private final MultiSelect reasons = new MultiSelect(124, 59, Map.of("listening", 100L, "expectations", 67L));

    @Test
    void eachOptionHasAShareOfPeopleAndAShareOfChoices() {
        assertThat(reasons.ofRespondents("listening")).isEqualTo(new Proportion(100, 124));
        assertThat(reasons.ofChoices("listening")).isEqualTo(new Proportion(100, 167));
        assertThat(reasons.ofRespondents("never named").value()).hasValue(0);
    }

    @Test
    void skippingTheQuestionIsNotChoosingNothing() {
        MultiSelect more = reasons.plus(new MultiSelect(1, 5, Map.of()));

        assertThat(more.ofRespondents("listening").denominator()).isEqualTo(125);
        assertThat(more.missing()).isEqualTo(64);
        assertThat(new MultiSelect(0, 9, Map.of()).ofRespondents("listening").value())
                .isEmpty();
    }

    @Test
    void moreChoosersThanRespondentsAreRefused() {
        assertThatThrownBy(() -> new MultiSelect(3, 0, Map.of("listening", 4L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
