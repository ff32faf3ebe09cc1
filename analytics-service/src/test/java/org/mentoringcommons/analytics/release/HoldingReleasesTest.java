package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Which frozen releases an answer is still in is told as it is withdrawn. */
@QuarkusTest
class HoldingReleasesTest extends Held {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_release_that_counted_it_is_named_once_however_often_the_withdrawal_comes() throws SQLException {
        Tenant site = studied("holding");
        answer(site, "holding", "ann", true, 5);
        answer(site, "holding", "bob", true, 6);
        int number = frozen("holding", 1, site);

        withdraw(site, "holding", "ann");
        withdraw(site, "holding", "ann");
        feed.erased("responses", site, Facts.id("holding ann"));
        feed.erased("responses", site, Facts.id("holding bob"));

        for (String who : List.of("ann", "bob")) {
            assertThat(told("holding " + who))
                    .containsExactly("{\"id\":\"" + Facts.id("holding " + who) + "\",\"releases\":[{\"number\":"
                            + number
                            + ",\"study\":\"holding\",\"title\":\"" + title("holding")
                            + "\",\"address\":\"/analytics/v1/releases/" + number + "\",\"holding\":\"counted\"}]}");
        }
        assertThat(rows("select 1 from response where tenant = '" + site.id() + "'"))
                .isEmpty();
        assertThat(rows("select version, tenant, time = '2026-03-02T18:05:00Z' from outbox where key = '"
                        + Facts.id("holding ann") + "'"))
                .as("the time is the wave's opening")
                .containsExactly("1|" + site.id() + "|t");
    }

    @Test
    void what_is_told_fits_what_was_published_that_is_told() throws SQLException, IOException {
        Tenant site = studied("fitting");
        answer(site, "fitting", "ann", true, 5);
        frozen("fitting", 1, site);
        withdraw(site, "fitting", "ann");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(event("schema"));

        assertThat(schema.validate(JSON.readTree(told("fitting ann").get(0)))).isEmpty();
        assertThat(schema.validate(JSON.readTree(event("example")))).isEmpty();
        assertThat(event("schema")).doesNotContainIgnoringCase("participant\"", "pseudonym\"", "receipt\"", "time\"");
    }

    @Test
    void every_release_of_every_study_that_counted_it_is_named() throws SQLException {
        Tenant site = studied("held-twice");
        answer(site, "held-twice", "ann", true, 5);
        int first = frozen("held-twice", 1, site);
        int second = frozen("held-twice", 2, site);
        Tenant other = studied("held-elsewhere");
        answer(other, "held-elsewhere", "eve", true, 5);
        frozen("held-elsewhere", 1, other);

        withdraw(site, "held-twice", "ann");

        assertThat(holding("held-twice ann")).containsExactly(first + " counted", second + " counted");
    }

    @Test
    void of_what_no_release_counted_it_is_told_that_none_did() throws SQLException {
        Tenant site = studied("unheld");
        answer(site, "unheld", "ann", true, 5);
        answer(site, "unheld", "no research", false, 5);
        feed.state("workshops", site, Facts.id("unheld short"), Facts.workshop("unheld short", "unheld", 60));
        feed.state(
                "waves",
                site,
                Facts.id("unheld short wave"),
                Facts.wave("unheld short wave", "unheld short", instrument()));
        feed.state(
                "responses",
                site,
                Facts.id("unheld left out"),
                Facts.response("unheld left out", "unheld short wave", true, Map.of()));
        Map<String, Object> later = new HashMap<>(Facts.wave("unheld later", "unheld shop", instrument()));
        later.put("occasion", "follow-up-6");
        feed.state("waves", site, Facts.id("unheld later"), later);
        feed.state(
                "responses",
                site,
                Facts.id("unheld half a year later"),
                Facts.response("unheld half a year later", "unheld later", true, Map.of()));
        withdraw(site, "unheld", "ann");
        frozen("unheld", 1, site);

        withdraw(site, "unheld", "no research");
        feed.erased("responses", site, Facts.id("unheld left out"));
        feed.erased("responses", site, Facts.id("unheld half a year later"));
        feed.erased("responses", site, Facts.id("unheld never heard of"));

        for (String answer : List.of("ann", "no research", "left out", "half a year later", "never heard of")) {
            assertThat(told("unheld " + answer))
                    .as(answer)
                    .containsExactly("{\"id\":\"" + Facts.id("unheld " + answer) + "\",\"releases\":[]}");
        }
    }

    @Test
    void whoever_answered_a_wave_that_went_on_may_have_come_before_the_release_or_after() throws SQLException {
        Tenant site = studied("went-on");
        answer(site, "went-on", "ann", true, 5);
        int first = frozen("went-on", 1, site);
        answer(site, "went-on", "bob", true, 6);
        int second = frozen("went-on", 2, site);
        answer(site, "went-on", "cal", false, 6);
        answer(site, "went-on", "ann", true, 4);

        withdraw(site, "went-on", "ann");
        withdraw(site, "went-on", "bob");

        assertThat(holding("went-on ann"))
                .as("a correction, and who is not for research, change nothing about who was there")
                .containsExactly(first + " possible", second + " counted");
        assertThat(holding("went-on bob")).containsExactly(first + " possible", second + " counted");
    }

    @Test
    void whoever_took_consent_to_research_back_may_be_in_a_release_of_before() throws SQLException {
        Tenant site = studied("took-back");
        answer(site, "took-back", "ann", true, 5);
        answer(site, "took-back", "bob", false, 5);
        int before = frozen("took-back", 1, site);
        answer(site, "took-back", "ann", false, 5);
        answer(site, "took-back", "cal", true, 5);
        frozen("took-back", 2, site);

        withdraw(site, "took-back", "ann");
        withdraw(site, "took-back", "bob");

        assertThat(holding("took-back ann")).containsExactly(before + " possible");
        assertThat(holding("took-back bob"))
                .as("somebody took it back since, and it could be anybody who is not for research")
                .containsExactly(before + " possible");
    }

    @Test
    void what_the_study_took_then_counts_not_what_it_would_take_now() throws SQLException {
        Tenant site = studied("then-and-now");
        answer(site, "then-and-now", "ann", true, 5);
        int number = frozen("then-and-now", 1, site);
        feed.state(
                "workshops",
                site,
                Facts.id("then-and-now shop"),
                Facts.workshop("then-and-now shop", "then-and-now", 30));

        withdraw(site, "then-and-now", "ann");

        assertThat(holding("then-and-now ann")).containsExactly(number + " counted");
    }

    private static String event(String kind) throws IOException {
        return Files.readString(Path.of("events", "withdrawn-answers." + kind + ".json"));
    }
}
