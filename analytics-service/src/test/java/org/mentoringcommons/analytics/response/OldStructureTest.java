package org.mentoringcommons.analytics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.tenancy.Tenant;

/** An instrument that was learnt when not all forms of scales could be scored. */
@QuarkusTest
class OldStructureTest {

    private static final Tenant HERE = Facts.institution("old structure");
    private static final String LEARNT_THEN =
            """
            {"items": [{"kind": "then_now", "key": "a", "points": 7}, {"kind": "then_now", "key": "b", "points": 7},
                       {"kind": "likert", "key": "r", "points": 5}],
             "scales": [{"key": "both", "items": ["a", "b"], "missing": "complete"}]}""";

    @Inject
    Feed feed;

    @Inject
    Counted counted;

    @Inject
    CountChecks checks;

    @BeforeEach
    void it_was_learnt_and_answered_then() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement()
                    .execute("insert into instrument values ('old', '1', '" + LEARNT_THEN
                            + "') on conflict (key, version) do update set structure = excluded.structure");
        }
        feed.state("workshops", HERE, Facts.id("old shop"), Facts.workshop("old shop", "old", 240));
    }

    @Test
    void is_scored_whole_once_a_wave_tells_of_it_again_and_counts_follow_from_the_rows() {
        wave("old wave", List.of(BOTH));
        feed.state(
                "responses",
                HERE,
                Facts.id("old ann"),
                Facts.response(
                        "old ann", "old wave", true, Map.of("a", Facts.pair(2, 5), "b", Facts.pair(3, 3), "r", 4)));
        assertThat(counted.kept(HERE)).noneMatch(cell -> cell.contains("|turned|"));

        wave("new wave", List.of(TURNED, BOTH, RATED));

        assertThat(checks.toRecount(Integer.MAX_VALUE)).contains(HERE);
        checks.countAnew(HERE);
        assertThat(counted.kept(HERE))
                .contains("consented|scale|turned|7|10|1", "consented|scale|both|5|8|1")
                .isEqualTo(counted.made(HERE));
        feed.state(
                "responses",
                HERE,
                Facts.id("new bea"),
                Facts.response("new bea", "new wave", true, Map.of("a", Facts.pair(1, 1), "b", Facts.pair(1, 7))));
        assertThat(counted.kept(HERE)).contains("consented|scale|turned|8|2|1").isEqualTo(counted.made(HERE));
        assertThat(checks.check(HERE)).contains(true);
    }

    @Test
    void is_refused_when_told_without_a_scale_it_had_or_with_other_items() {
        assertThatThrownBy(() -> wave("less wave", List.of(TURNED))).isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> feed.state(
                        "waves",
                        HERE,
                        Facts.id("other wave"),
                        Facts.wave(
                                "other wave",
                                "old shop",
                                Facts.instrument("old", "1", List.of(Facts.thenNow("a")), List.of()))))
                .isInstanceOf(Unacceptable.class);
    }

    @Test
    void is_refused_when_a_scale_contradicts_itself() {
        assertThatThrownBy(() -> wave("odd wave", List.of(BOTH, scale("odd", "at_least", "r"))))
                .isInstanceOf(Unacceptable.class)
                .hasMessageContaining("cannot be scored");
    }

    private static final Map<String, Object> BOTH = Facts.scale("both", "a", "b");
    private static final Map<String, Object> RATED = scale("rated", "half", "r");
    private static final Map<String, Object> TURNED =
            Map.of("key", "turned", "items", List.of("a", "b"), "missing", "complete", "reverse", List.of("b"));

    private static Map<String, Object> scale(String key, String missing, String... items) {
        return Map.of("key", key, "items", List.of(items), "missing", missing);
    }

    private void wave(String name, List<Map<String, Object>> scales) {
        feed.state(
                "waves",
                HERE,
                Facts.id(name),
                Facts.wave(
                        name,
                        "old shop",
                        Facts.instrument(
                                "old",
                                "1",
                                List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.likert("r", 5)),
                                scales)));
    }
}
