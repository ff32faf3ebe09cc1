package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Which releases a withdrawn answer cannot be in, although little is known of release or answer. */
@QuarkusTest
class RuledOutTest extends Held {

    /** As of every wave of these tests. */
    private static final Instant OPENING = Instant.parse("2026-03-02T18:05:00Z");

    @AfterEach
    void no_rebuild_ever_was() throws SQLException {
        asOwner("delete from rebuild");
    }

    @Test
    void a_release_of_old_that_was_frozen_before_the_wave_opened_does_not_hold_its_answers() throws SQLException {
        Tenant site = studied("ruled-of-old");
        answer(site, "ruled-of-old", "ann", true, 5);
        int early = frozen("ruled-of-old", 1, site);
        int late = frozen("ruled-of-old", 2, site);
        int since = frozen("ruled-of-old", 3, site);
        frozenAt(early, "2026-03-02T17:00:00Z");
        frozenAt(late, "2026-03-02T17:30:00Z");
        asOwner("delete from release_waves where institution = '" + site.id() + "'");

        withdraw(site, "ruled-of-old", "ann");

        assertThat(holding("ruled-of-old ann"))
                .as("a clock may be half an hour behind, but not more than a whole one")
                .containsExactly(late + " possible", since + " possible");
    }

    @Test
    void what_was_counted_holds_an_answer_whatever_clocks_say() throws SQLException {
        Tenant site = studied("ruled-by-count");
        answer(site, "ruled-by-count", "ann", true, 5);
        int number = frozen("ruled-by-count", 1, site);
        frozenAt(number, "2026-03-02T12:00:00Z");

        withdraw(site, "ruled-by-count", "ann");

        assertThat(holding("ruled-by-count ann")).containsExactly(number + " counted");
    }

    @Test
    void after_a_rebuild_an_answer_that_is_not_here_is_in_none_of_before_its_wave_opened() throws SQLException {
        Tenant site = studied("ruled-by-time");
        answer(site, "ruled-by-time", "ann", true, 5);
        int early = frozen("ruled-by-time", 1, site);
        int since = frozen("ruled-by-time", 2, site);
        frozenAt(early, "2026-03-01T12:00:00Z");
        rebuild(1, "done", "now()", "now()");

        feed.erased("responses", site, Facts.id("ruled-by-time forgotten"), OPENING);

        assertThat(holding("ruled-by-time forgotten")).containsExactly(since + " possible");
        assertThat(rows("select time = '" + OPENING + "' from outbox where topic = 'withdrawn-answers' and key = '"
                        + Facts.id("ruled-by-time forgotten") + "'"))
                .as("the wave's opening, as of all that is told of answers")
                .containsExactly("t");
    }

    @Test
    void after_a_rebuild_an_answer_that_is_not_here_is_only_where_its_wave_was_counted() throws SQLException {
        Tenant site = studied("ruled-by-wave");
        answer(site, "ruled-by-wave", "ann", true, 5);
        int number = frozen("ruled-by-wave", 1, site);
        rebuild(1, "done", "now()", "now()");

        withdraw(site, "ruled-by-wave", "forgotten");
        Map<String, Object> elsewhere =
                new HashMap<>(Facts.response("ruled-by-wave elsewhere", "ruled-by-wave other wave", false, Map.of()));
        elsewhere.put("withdrawn", true);
        feed.state("responses", site, Facts.id("ruled-by-wave elsewhere"), elsewhere);

        assertThat(holding("ruled-by-wave forgotten")).containsExactly(number + " possible");
        assertThat(told("ruled-by-wave elsewhere")).hasSize(1);
        assertThat(holding("ruled-by-wave elsewhere")).isEmpty();
    }

    @Test
    void a_rebuild_that_is_only_asked_for_has_forgotten_nothing() throws SQLException {
        Tenant site = studied("ruled-if-wanted");
        answer(site, "ruled-if-wanted", "ann", true, 5);
        frozen("ruled-if-wanted", 1, site);
        rebuild(1, "wanted", "now()", "null");

        feed.erased("responses", site, Facts.id("ruled-if-wanted unheard of"), OPENING);

        assertThat(told("ruled-if-wanted unheard of")).hasSize(1);
        assertThat(holding("ruled-if-wanted unheard of")).isEmpty();
    }

    @Test
    void of_a_second_rebuild_that_is_asked_for_only_what_was_frozen_until_then_may_have_lost_rows()
            throws SQLException {
        Tenant site = studied("ruled-if-again");
        answer(site, "ruled-if-again", "ann", true, 5);
        int before = frozen("ruled-if-again", 1, site);
        frozen("ruled-if-again", 2, site);
        frozenAt(before, "2026-03-10T12:00:00Z");
        rebuild(2, "wanted", "timestamptz '2026-03-11T12:00:00Z'", "null");

        feed.erased("responses", site, Facts.id("ruled-if-again forgotten"), OPENING);

        assertThat(holding("ruled-if-again forgotten")).containsExactly(before + " possible");
    }

    @Test
    void while_rows_are_being_made_anew_every_release_that_counted_the_institution_may_hold_it() throws SQLException {
        Tenant site = studied("ruled-if-reading");
        answer(site, "ruled-if-reading", "ann", true, 5);
        int number = frozen("ruled-if-reading", 1, site);
        rebuild(1, "reading", "now()", "null");

        feed.erased("responses", site, Facts.id("ruled-if-reading forgotten"), OPENING);

        assertThat(holding("ruled-if-reading forgotten")).containsExactly(number + " possible");
    }

    private static void frozenAt(int release, String moment) throws SQLException {
        asOwner("update release set frozen_at = '" + moment + "' where number = " + release);
    }

    private static void rebuild(int number, String state, String askedAt, String endedAt) throws SQLException {
        asOwner("insert into rebuild (number, state, asked_by, asked_at, ended_at) values (" + number + ", '" + state
                + "', 'olga', " + askedAt + ", " + endedAt + ")");
    }
}
