package org.mentoringcommons.analytics.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Two looks around one person's withdrawal show the same, of a workshop, of all, and of what is left of all without it. */
@QuarkusTest
class SteadyItemsTest extends Askings {

    @Test
    void figures_move_when_five_have_withdrawn_and_not_before() throws IOException {
        Tenant site = asked("steady", "steady shop");
        workshop(site, "other steady shop");
        for (int person = 1; person <= 8; person++) {
            answer(site, "steady shop", person, Map.of("a", Facts.pair(1, person % 6 + 1), "b", person % 5 + 1));
        }
        answer(site, "other steady shop", 1, Map.of("a", Facts.pair(1, 2)));
        String whole = read(site, PATH).toString();
        String ofOne = read(site, PATH + "?workshop=" + Facts.id("steady shop")).toString();
        String drawn = figure(site);

        for (int person = 1; person <= 4; person++) {
            withdraw(site, "steady shop", person);
        }
        withdraw(site, "other steady shop", 1);

        assertThat(read(site, PATH).toString()).isEqualTo(whole);
        assertThat(read(site, PATH + "?workshop=" + Facts.id("steady shop")).toString())
                .isEqualTo(ofOne);
        assertThat(figure(site)).isEqualTo(drawn);
        withdraw(site, "steady shop", 5);
        JsonNode after = read(site, PATH);
        assertThat(after.get("responded").asInt()).isEqualTo(3 + 1);
        assertThat(after.at("/scales/0/now/n").asInt()).isEqualTo(3 + 1);
        assertThat(lines(after)).contains("b answered 3, left before 1, reached 3, skipped 0");
    }

    @Test
    void a_workshop_nobody_had_looked_at_alone_is_shown_as_it_is_in_the_whole() throws IOException {
        Tenant site = asked("steady parts", "first part");
        workshop(site, "second part");
        answer(site, "first part", 1, Map.of("a", Facts.pair(1, 2), "b", 3));
        answer(site, "first part", 2, Map.of("a", Facts.pair(1, 2)));
        answer(site, "second part", 1, Map.of("a", Facts.pair(1, 2), "b", 3, "c", "x"));
        read(site, PATH);

        withdraw(site, "first part", 1);

        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(3);
        assertThat(read(site, PATH + "?workshop=" + Facts.id("first part"))
                        .get("responded")
                        .asInt())
                .isEqualTo(2);
        assertThat(read(site, PATH + "?workshop=" + Facts.id("second part"))
                        .get("responded")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_was_on_its_way_when_a_wave_ended_still_comes_and_later_only_five_together() throws IOException {
        Tenant site = asked("steady late", "long over");
        workshop(site, "just over", Instant.now().minus(Duration.ofMinutes(2)));
        answer(site, "long over", 1, Map.of("a", Facts.pair(1, 2)));
        answer(site, "just over", 1, Map.of("a", Facts.pair(1, 2)));
        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(2);

        answer(site, "long over", 2, Map.of("a", Facts.pair(1, 2)));
        answer(site, "just over", 2, Map.of("a", Facts.pair(1, 2)));

        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(3);
        for (int person = 3; person <= 6; person++) {
            answer(site, "long over", person, Map.of("a", Facts.pair(1, 2)));
        }
        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(6 + 2);
    }

    @Test
    void of_a_wave_that_is_gone_nothing_is_kept() throws IOException, SQLException {
        Tenant site = asked("steady gone", "gone shop");
        answer(site, "gone shop", 1, Map.of("a", Facts.pair(1, 2)));
        read(site, PATH);
        assertThat(kept()).containsExactly("1");

        feed.erased("waves", site, Facts.id("gone shop wave"));

        assertThat(kept()).containsExactly("0");
    }

    private static List<String> kept() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(
                    owner, "select count(*) from item_snapshot where wave = '" + Facts.id("gone shop wave") + "'");
        }
    }

    private void withdraw(Tenant site, String workshop, int person) {
        feed.erased("responses", site, Facts.id(workshop + " person " + person));
    }
}
