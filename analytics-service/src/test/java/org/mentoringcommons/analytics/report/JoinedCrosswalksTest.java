package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** Crosswalks lead from version to version, and what one of them joins may be far from the versions it names itself. */
@QuarkusTest
class JoinedCrosswalksTest {

    private static final String READER = "joining reader";
    private static final String WAITING = "select 1 from pg_locks where locktype = 'advisory' and not granted"
            + " and objid::bigint = hashtext('item_crosswalk')::bigint & 4294967295";

    @Inject
    Feed feed;

    @Test
    void a_report_follows_a_crosswalk_that_joins_its_versions_through_others() {
        String study = "joined-far";
        Tenant site = Facts.institution(study);
        declared(study, site, "1", "4");
        answered(study, site, "1", "a", "skill");
        answered(study, site, "4", "d", "skill");
        same(study, "1", "a", "2", "b");
        same(study, "3", "c", "4", "d");
        Figures apart = Figures.read(study, READER);
        assertThat(apart.measure("gains", "skill", "gain").get("reason").asText())
                .contains("crosswalk has a gap");

        same(study, "2", "b", "3", "c");

        Figures joined = Figures.read(study, READER);
        assertThat(joined.value("gains", "skill", "n")).isEqualTo(4);
        assertThat(joined.report().get("watermark")).isNotEqualTo(apart.report().get("watermark"));
    }

    @Test
    void a_crosswalk_between_others_leaves_a_report_as_it_is() {
        String study = "joined-never";
        Tenant site = Facts.institution(study);
        answered(study, site, "1", "a", "skill");
        same(study, "1", "a", "2", "b");
        declared(study, site, "1", "2");
        Figures before = Figures.read(study, READER);

        same(study, "3", "c", "4", "d");

        assertThat(Figures.read(study, READER).report().get("watermark"))
                .isEqualTo(before.report().get("watermark"));
    }

    @Test
    void an_item_that_another_version_asks_under_another_scale_scores_nobody_on_this_one() {
        String study = "joined-elsewhere";
        Tenant site = Facts.institution(study);
        answered(study, site, "1", "a", "skill");
        answered(study, site, "2", "b", "else");
        same(study, "1", "a", "2", "b");
        declared(study, site, "1", "2");

        Figures report = Figures.read(study, READER);

        assertThat(report.value("gains", "skill", "n")).isEqualTo(2);
        assertThat(report.value("gains", "skill", "missing")).isZero();
        assertThat(report.n("gains", "skill", "missing")).isEqualTo(2);
    }

    @Test
    void of_two_told_at_once_the_later_one_sees_what_both_join() throws SQLException {
        String study = "joined-at-once";
        Tenant site = Facts.institution(study);
        answered(study, site, "4", "d", "skill");
        same(study, "3", "c", "4", "d");
        long before = version(site);

        CompletableFuture<Void> later;
        try (Connection earlier = Database.asOwner()) {
            earlier.setAutoCommit(false);
            earlier.createStatement().execute("select pg_advisory_xact_lock(hashtext('item_crosswalk'))");
            try (PreparedStatement add = earlier.prepareStatement(
                    "insert into item_crosswalk select ?, replace(replace(replace(replace(content,"
                            + " '\"3\"', '\"2\"'), '\"4\"', '\"3\"'), '\"c\"', '\"b\"'), '\"d\"', '\"c\"')"
                            + " from item_crosswalk where key = ?")) {
                add.setString(1, study + "/2/" + study + "/3");
                add.setString(2, study + "/3/" + study + "/4");
                assertThat(add.executeUpdate()).isEqualTo(1);
            }
            later = CompletableFuture.runAsync(() -> same(study, "1", "a", "2", "b"));
            while (!later.isDone() && Database.rows(earlier, WAITING).isEmpty()) {
                Thread.onSpinWait();
            }
            earlier.commit();
        }
        later.join();

        assertThat(version(site)).as("four is joined to one by both").isEqualTo(before + 1);
    }

    private static long version(Tenant site) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Long.parseLong(
                    Database.rows(owner, "select version from institution_version where tenant = '" + site.id() + "'")
                            .get(0));
        }
    }

    /** Two people of a workshop of their own. */
    private void answered(String study, Tenant site, String version, String item, String scale) {
        String shop = study + version;
        String wave = shop + " wave";
        feed.state("workshops", site, Facts.id(shop), Facts.workshop(shop, study, 240));
        feed.state(
                "waves",
                site,
                Facts.id(wave),
                Facts.wave(
                        wave,
                        shop,
                        Facts.instrument(
                                study, version, List.of(Facts.thenNow(item)), List.of(Facts.scale(scale, item)))));
        for (String who : List.of(shop + " ann", shop + " bob")) {
            feed.state(
                    "responses",
                    site,
                    Facts.id(who),
                    Facts.response(who, wave, true, Map.of(item, Facts.pair(2, who.endsWith("ann") ? 4 : 5))));
        }
    }

    private void same(String key, String from, String one, String to, String other) {
        feed.state(
                "item-crosswalks",
                null,
                key + "/" + from + "/" + key + "/" + to,
                Map.of(
                        "from",
                        Map.of("key", key, "version", from),
                        "to",
                        Map.of("key", key, "version", to),
                        "source",
                        "the authors",
                        "same",
                        List.of(Map.of("from", one, "to", other))));
    }

    private static void declared(String key, Tenant site, String first, String second) {
        Map<String, Object> study = Declared.study(key, key, key, "skill", READER);
        @SuppressWarnings("unchecked")
        Map<String, Object> inclusion = (Map<String, Object>) study.get("inclusion");
        inclusion.put(
                "instruments", List.of(Map.of("key", key, "version", first), Map.of("key", key, "version", second)));
        Declared.declare(study).statusCode(201);
        Declared.join(key, site, 1).statusCode(201);
    }
}
