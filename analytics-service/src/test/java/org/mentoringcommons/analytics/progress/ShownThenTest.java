package org.mentoringcommons.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** What is shown stands still until enough people have come or gone, so that two looks never differ by one person. */
@QuarkusTest
class ShownThenTest extends Looks {

    @Test
    void two_looks_around_a_submission_a_correction_or_a_withdrawal_show_the_same() throws IOException {
        Tenant site = held("around", OPEN);
        answers(site, "around", 0, 20);
        JsonNode before = progress(site, "around", Roles.FACILITATOR);

        List<Runnable> changes = List.of(
                () -> answer(site, "around", 20, 1, 7),
                () -> answer(site, "around", 3, 7, 1),
                () -> feed.erased("responses", site, id("around", 4)),
                () -> answer(site, "around", 21, 1, 7),
                () -> feed.erased("responses", site, id("around", 21)),
                () -> answer(site, "around", 5, 1, 1, false));
        for (Runnable change : changes) {
            change.run();
            JsonNode after = progress(site, "around", Roles.FACILITATOR);
            assertThat(after.at("/instruments/0/scales")).isEqualTo(before.at("/instruments/0/scales"));
            assertThat(institution(site, Roles.PORTAL).at("/instruments/0/scales"))
                    .isEqualTo(before.at("/instruments/0/scales"));
        }
        answers(site, "around", 30, 34);

        // one left of the first two, and four more
        assertThat(value(progress(site, "around", Roles.FACILITATOR), "n")).isEqualTo("24");
    }

    @Test
    void at_the_close_everything_there_is_counts_once_and_a_withdrawal_afterwards_shows_nothing() throws IOException {
        Tenant site = held("closing", OPEN);
        answers(site, "closing", 0, 12);
        assertThat(value(progress(site, "closing", Roles.PORTAL), "n")).isEqualTo("12");
        answers(site, "closing", 12, 14);
        assertThat(value(progress(site, "closing", Roles.PORTAL), "n")).isEqualTo("12");

        wave(site, "closing", CLOSED);

        JsonNode closed = progress(site, "closing", Roles.PORTAL);
        assertThat(value(closed, "n")).isEqualTo("14");
        assertThat(closed.at("/instruments/0/openWaves").asInt()).isZero();
        for (int person = 0; person < 4; person++) {
            feed.erased("responses", site, id("closing", person));
            JsonNode after = progress(site, "closing", Roles.PORTAL);
            assertThat(after.at("/instruments/0/scales")).isEqualTo(closed.at("/instruments/0/scales"));
            assertThat(after.at("/instruments/0/responded").asInt()).isEqualTo(13 - person);
        }
        feed.erased("responses", site, id("closing", 4));
        assertThat(shown(progress(site, "closing", Roles.PORTAL))).isEmpty();
    }

    @Test
    void an_erased_wave_takes_what_was_shown_of_it_along() throws Exception {
        Tenant site = held("erased", OPEN);
        answers(site, "erased", 0, 12);
        assertThat(value(progress(site, "erased", Roles.PORTAL), "n")).isEqualTo("12");

        feed.erased("waves", site, Facts.id("erased wave"));

        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(owner, "select 1 from progress_snapshot where tenant = '" + site + "'"))
                    .isEmpty();
        }
        assertThat(progress(site, "erased", Roles.PORTAL).get("instruments")).isEmpty();
    }

    /** Whoever looks before and after every single event never sees a difference that fewer than five people made. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_sequence_of_looks_isolates_fewer_than_five_people(long seed) throws IOException {
        Random random = new Random(seed);
        String name = "attack " + seed;
        Tenant site = held(name, OPEN);
        name(site, name, "put").statusCode(204);
        Set<Integer> present = new HashSet<>();
        Set<Integer> shownThen = new HashSet<>();
        JsonNode last = asOwn(site, name).at("/instruments/0/scales");
        int next = 0;
        int refreshed = 0;
        for (int step = 0; step < 70; step++) {
            if (present.isEmpty() || random.nextInt(10) < 6) {
                answer(site, name, next, 1 + random.nextInt(7), 1 + random.nextInt(7));
                present.add(next++);
            } else {
                int person = List.copyOf(present).get(random.nextInt(present.size()));
                if (random.nextBoolean()) {
                    feed.erased("responses", site, id(name, person));
                    present.remove(person);
                } else {
                    answer(site, name, person, 1 + random.nextInt(7), 1 + random.nextInt(7));
                }
            }
            JsonNode now = asOwn(site, name).at("/instruments/0/scales");
            Set<Integer> fresh = new HashSet<>(present);
            fresh.removeAll(shownThen);
            Set<Integer> gone = new HashSet<>(shownThen);
            gone.removeAll(present);
            if (fresh.size() >= 5 || gone.size() >= 5) {
                shownThen = new HashSet<>(present);
                refreshed++;
            } else {
                assertThat(now).as("step " + step).isEqualTo(last);
            }
            last = now;
        }
        assertThat(refreshed).isGreaterThan(2);
    }

    @Test
    void a_sum_over_workshops_is_hidden_while_it_would_tell_about_a_hidden_one() throws IOException {
        Tenant site = Facts.institution("progress sum");
        held(site, "sum large", OPEN);
        held(site, "sum small", OPEN);
        answers(site, "sum large", 0, 20);
        assertThat(value(institution(site, Roles.PORTAL), "n")).isEqualTo("20");

        answers(site, "sum small", 0, 5);

        JsonNode hidden = institution(site, Roles.PORTAL);
        assertThat(shown(hidden)).isEmpty();
        assertThat(hidden.at("/instruments/0/responded").asInt()).isEqualTo(25);
        assertThat(measures(hidden)).isEqualTo(measures(progress(site, "sum large", Roles.PORTAL)));
        held(site, "sum other", OPEN);
        answers(site, "sum other", 0, 10);
        assertThat(value(institution(site, Roles.PORTAL), "n")).isEqualTo("35");
    }
}
