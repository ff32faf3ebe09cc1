package org.mentoringcommons.analytics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.exchange.ParentMissing;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.tenancy.Tenant;

@QuarkusTest
class IntakeTest {

    private static final Tenant HERE = Facts.institution("intake");
    private static final Tenant THERE = Facts.institution("intake elsewhere");

    @Inject
    Feed feed;

    @Inject
    Counted counted;

    @BeforeEach
    void a_wave_is_open() {
        feed.state("workshops", HERE, Facts.id("in shop"), Facts.workshop("in shop", "intake", 240));
        feed.state("waves", HERE, Facts.id("in wave"), Facts.wave("in wave", "in shop", instrument("1")));
        feed.erased("responses", HERE, Facts.id("ann"));
    }

    @Test
    void a_consented_answer_counts_in_both_populations_and_on_the_scale() throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5), "b", Facts.pair(3, 3)));

        assertThat(pairs())
                .containsExactly(
                        "consented|item|a|2|5|1",
                        "consented|item|b|3|3|1",
                        "consented|scale|both|5|8|1",
                        "evaluated|item|a|2|5|1",
                        "evaluated|item|b|3|3|1",
                        "evaluated|scale|both|5|8|1");
    }

    @Test
    void an_answer_without_research_consent_counts_among_the_evaluated_only() throws SQLException {
        answer("ann", false, Map.of("a", Facts.pair(2, 5)));

        // an item left out is counted as missing, and its scale has no score
        assertThat(pairs()).containsExactly("evaluated|item|a|2|5|1", "evaluated|item|b|0|0|1");
        assertThat(tally()).containsExactly("1|0");
    }

    @Test
    void a_correction_replaces_what_was_counted() throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5), "b", Facts.pair(3, 3)));

        answer("ann", false, Map.of("a", Facts.pair(1, 1)));

        assertThat(pairs()).containsExactly("evaluated|item|a|1|1|1", "evaluated|item|b|0|0|1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-up-6", "follow-up-12", "facilitators"})
    void answers_on_another_occasion_count_nowhere_and_neither_do_their_codes(String occasion) throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5)));
        List<String> before = pairs();
        Map<String, Object> later = new HashMap<>(Facts.wave("later " + occasion, "in shop", instrument("2")));
        later.put("occasion", occasion);
        feed.state("waves", HERE, Facts.id("later " + occasion), later);
        String answer = "later ann " + occasion;

        feed.state(
                "responses",
                HERE,
                Facts.id(answer),
                Facts.response(answer, "later " + occasion, true, Map.of("a", Facts.pair(7, 1))));
        feed.state("codings", HERE, Facts.id(answer) + ":text", Facts.coding(answer, "text", "Other"));

        assertThat(pairs()).isEqualTo(before);
        assertThat(tally()).containsExactly("1|1");
        assertThat(rows("select invited from wave where workshop = '" + Facts.id("in shop") + "'"))
                .containsExactly("8");
        assertThat(rows("select 1 from coding where tenant = '" + HERE.id() + "'"))
                .isEmpty();
        feed.erased("responses", HERE, Facts.id(answer));
        assertThat(pairs()).isEqualTo(before);
    }

    @Test
    void a_withdrawal_leaves_a_responder_without_answers_and_its_erasure_nothing() throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5), "b", Facts.pair(3, 3)));

        answer("ann", false, Map.of());
        assertThat(pairs()).containsExactly("evaluated|item|a|0|0|1", "evaluated|item|b|0|0|1");
        feed.erased("responses", HERE, Facts.id("ann"));

        assertThat(pairs()).isEmpty();
        assertThat(tally()).isEmpty();
    }

    @Test
    void an_erased_response_takes_its_coding_along() throws SQLException {
        answer("ann", true, Map.of());
        feed.state("codings", HERE, Facts.id("ann") + ":text", Facts.coding("ann", "text", "Other"));

        feed.erased("responses", HERE, Facts.id("ann"));

        assertThat(rows("select 1 from coding where tenant = '" + HERE.id() + "'"))
                .isEmpty();
    }

    @Test
    void a_coding_that_comes_after_its_answer_was_erased_is_of_no_account() throws SQLException {
        answer("ann", true, Map.of());
        feed.erased("responses", HERE, Facts.id("ann"));

        feed.state("codings", HERE, Facts.id("ann") + ":text", Facts.coding("ann", "text", "Other"));

        assertThat(rows("select 1 from coding where tenant = '" + HERE.id() + "'"))
                .isEmpty();
    }

    @Test
    void an_erased_workshop_takes_its_waves_answers_and_counts_along() throws SQLException {
        feed.state("workshops", HERE, Facts.id("gone shop"), Facts.workshop("gone shop", "intake", 240));
        feed.state("waves", HERE, Facts.id("gone wave"), Facts.wave("gone wave", "gone shop", instrument("1")));
        feed.state(
                "responses",
                HERE,
                Facts.id("gil"),
                Facts.response("gil", "gone wave", true, Map.of("a", Facts.pair(2, 5))));
        assertThat(pairs()).isNotEmpty();

        feed.erased("workshops", HERE, Facts.id("gone shop"));

        assertThat(pairs()).isEmpty();
        assertThat(rows("select 1 from response where tenant = '" + HERE.id() + "'"))
                .isEmpty();
        assertThat(rows("select 1 from wave where id = '" + Facts.id("gone wave") + "'"))
                .isEmpty();
    }

    @Test
    void what_was_taken_back_stands_in_no_stored_change_and_in_nothing_packed() throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5)));
        answer("bob", true, Map.of("a", Facts.pair(7, 7)));
        asApp("select pack_institution()");

        answer("ann", false, Map.of());
        feed.erased("responses", HERE, Facts.id("bob"));

        assertThat(rows("select count(*) from institution_count where tenant = '" + HERE.id() + "'"))
                .containsExactly("1");
        assertThat(rows("select 1 from packed where tenant = '" + HERE.id() + "'"))
                .isEmpty();
    }

    @Test
    void a_workshop_correction_replaces_hours_and_coverage_and_keeps_the_answers() throws SQLException {
        answer("ann", true, Map.of("a", Facts.pair(2, 5)));
        Map<String, Object> corrected = new HashMap<>(Facts.workshop("in shop", "intake", 90));
        corrected.put("coverage", Map.of("known", true, "modules", List.of("communication")));

        feed.state("workshops", HERE, Facts.id("in shop"), corrected);

        assertThat(rows("select minutes, coverage_known, modules from workshop where tenant = '" + HERE.id() + "'"))
                .containsExactly("90|t|{communication}");
        assertThat(tally()).containsExactly("1|1");
    }

    @Test
    void facts_wait_for_their_parents() {
        assertThatThrownBy(() ->
                        feed.state("waves", HERE, Facts.id("w?"), Facts.wave("w?", "unheard of", instrument("1"))))
                .isInstanceOf(ParentMissing.class)
                .hasMessageContaining("workshops/" + Facts.id("unheard of"));
        assertThatThrownBy(() -> feed.state(
                        "responses", HERE, Facts.id("r?"), Facts.response("r?", "unheard of", true, Map.of())))
                .isInstanceOf(ParentMissing.class)
                .hasMessageContaining("waves/");
        assertThatThrownBy(() -> feed.state(
                        "codings", HERE, Facts.id("unheard of") + ":text", Facts.coding("unheard of", "text", "Other")))
                .isInstanceOf(ParentMissing.class)
                .hasMessageContaining("responses/");
    }

    @Test
    void another_institutions_wave_is_no_parent() {
        assertThatThrownBy(() -> feed.state(
                        "responses", THERE, Facts.id("bob"), Facts.response("bob", "in wave", true, Map.of())))
                .isInstanceOf(ParentMissing.class);
    }

    @Test
    void an_instrument_version_never_changes_its_structure() {
        Map<String, Object> changed =
                Facts.instrument("intake", "1", List.of(Facts.thenNow("b"), Facts.thenNow("a")), List.of());

        assertThatThrownBy(() ->
                        feed.state("waves", HERE, Facts.id("in wave 2"), Facts.wave("in wave 2", "in shop", changed)))
                .isInstanceOf(Unacceptable.class)
                .hasMessageContaining("another structure");
    }

    @Test
    void a_wave_never_changes_its_workshop_or_instrument() {
        assertThatThrownBy(() -> feed.state(
                        "waves", HERE, Facts.id("in wave"), Facts.wave("in wave", "in shop", instrument("2"))))
                .isInstanceOf(Unacceptable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, -1, 300})
    void an_answer_outside_the_points_is_refused_and_nothing_is_counted(int rating) throws SQLException {
        assertThatThrownBy(() -> answer("ann", true, Map.of("a", Facts.pair(2, 5), "b", Facts.pair(rating, 3))))
                .isInstanceOf(Unacceptable.class)
                .hasMessageNotContaining(Integer.toString(300));

        assertThat(pairs()).isEmpty();
    }

    @Test
    void an_answer_to_an_unknown_item_is_refused() {
        assertThatThrownBy(() -> answer("ann", true, Map.of("c", Facts.pair(2, 5))))
                .isInstanceOf(Unacceptable.class);
    }

    private static void asApp(String statement) throws SQLException {
        try (Connection app = Database.asApp()) {
            app.createStatement().execute("set app.tenant = '" + HERE.id() + "'");
            app.createStatement().execute(statement);
        }
    }

    private void answer(String who, boolean research, Map<String, ?> answers) {
        feed.state("responses", HERE, Facts.id(who), Facts.response(who, "in wave", research, answers));
    }

    private static Map<String, Object> instrument(String version) {
        return Facts.instrument(
                "intake",
                version,
                List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.text("text")),
                List.of(Facts.scale("both", "a", "b")));
    }

    private List<String> pairs() {
        return counted.kept(HERE);
    }

    private static List<String> tally() throws SQLException {
        return rows("select responded, consented from response_tally where tenant = '" + HERE.id() + "'");
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(owner, query);
        }
    }
}
