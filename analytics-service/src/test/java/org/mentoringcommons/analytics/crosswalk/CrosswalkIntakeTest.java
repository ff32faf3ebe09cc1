package org.mentoringcommons.analytics.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.exchange.Unacceptable;

/** Crosswalks are the platform's, and frozen; a rebuild tells them again. */
@QuarkusTest
class CrosswalkIntakeTest {

    @Inject
    Feed feed;

    @Inject
    ItemCrosswalks items;

    @Inject
    ModuleCrosswalks modules;

    @Test
    void told_again_they_are_the_same_and_told_differently_refused() {
        for (String told : List.of("x", "x")) {
            feed.state("item-crosswalks", null, "intake/1/intake/2", same(told));
            feed.state("module-crosswalks", null, "intake/1", trains(told));
        }

        assertThatThrownBy(() -> feed.state("item-crosswalks", null, "intake/1/intake/2", same("y")))
                .isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> feed.state("module-crosswalks", null, "intake/1", trains("y")))
                .isInstanceOf(Unacceptable.class);
        feed.run(null, () -> {
            assertThat(items.all())
                    .filteredOn(known -> known.from().key().equals("intake"))
                    .hasSize(1);
            assertThat(modules.find(new CrosswalkReference("intake", 1))
                            .orElseThrow()
                            .modules("c", java.util.Set.of("x")))
                    .containsExactly("m");
            assertThat(modules.find(new CrosswalkReference("intake", 2))).isEmpty();
        });
    }

    @Test
    void those_of_an_institution_those_erased_and_those_under_another_key_are_refused() {
        assertThatThrownBy(() -> feed.state("item-crosswalks", Facts.institution("x"), "of/1/of/2", same("x")))
                .isInstanceOf(Unacceptable.class)
                .hasMessageContaining("no institution");
        assertThatThrownBy(() -> feed.state("module-crosswalks", Facts.institution("x"), "intake/1", trains("x")))
                .isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> feed.erased("item-crosswalks", null, "intake/1/intake/2"))
                .isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> feed.state("module-crosswalks", null, "another/1", trains("x")))
                .isInstanceOf(Unacceptable.class);
        assertThatCode(() -> feed.state("module-crosswalks", null, "intake/1", trains("x")))
                .doesNotThrowAnyException();
    }

    private static Map<String, Object> same(String item) {
        return Map.of(
                "from",
                Map.of("key", "intake", "version", "1"),
                "to",
                Map.of("key", "intake", "version", "2"),
                "source",
                "somebody",
                "same",
                List.of(Map.of("from", item, "to", item)));
    }

    private static Map<String, Object> trains(String competency) {
        return Map.of(
                "key",
                "intake",
                "number",
                1,
                "curricula",
                List.of(Map.of("curriculum", "c", "version", "1.0.0")),
                "modules",
                List.of(Map.of("curriculum", "c", "module", "m", "competency", competency)),
                "scales",
                List.of());
    }
}
