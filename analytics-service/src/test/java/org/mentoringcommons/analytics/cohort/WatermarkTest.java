package org.mentoringcommons.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** One word that says from which state of which institutions a study's numbers were computed. */
@QuarkusTest
class WatermarkTest {

    private static final String STUDY = "watermark";
    private static final Tenant JOINED = Facts.institution("watermark joined");
    private static final Tenant OTHER = Facts.institution("watermark other");

    @Inject
    Feed feed;

    @Inject
    Research research;

    @BeforeEach
    void one_institution_of_two_joined() throws SQLException {
        for (Tenant institution : List.of(JOINED, OTHER)) {
            feed.state("institutions", null, institution.id(), Facts.institutionState(institution, "America/New_York"));
            feed.state("workshops", institution, id("shop", institution), workshop(institution, 240));
            feed.state(
                    "waves",
                    institution,
                    id("wave", institution),
                    Facts.wave("wave" + institution.id(), "shop" + institution.id(), instrument()));
        }
        asOwner("insert into study (key, title, definition, declared_by, declared_at)"
                + " values ('watermark', 't', '{}', 'x', now()) on conflict do nothing");
        asOwner("delete from agreement where study = 'watermark'");
        asOwner("insert into agreement_text values ('watermark', 1, 'first', true, 'x', now()) on conflict do nothing");
        join(JOINED);
    }

    @Test
    void stays_while_nothing_happens_and_while_others_answer() {
        String before = watermark();

        answer(OTHER, "zoe", Facts.pair(2, 3));

        assertThat(watermark()).isNotBlank().isEqualTo(before);
    }

    @Test
    void changes_with_an_answer_its_correction_its_coding_and_its_erasure() {
        String name = "ann" + JOINED.id();
        assertChange(() -> answer(JOINED, "ann", Facts.pair(2, 3)));
        assertChange(() -> answer(JOINED, "ann", Facts.pair(2, 4)));
        assertChange(
                () -> feed.state("codings", JOINED, Facts.id(name) + ":text", Facts.coding(name, "text", "Other")));
        assertChange(() -> feed.erased("responses", JOINED, Facts.id(name)));
    }

    @Test
    void changes_with_a_correction_of_the_workshop_and_with_where_its_day_is_read() {
        assertChange(() -> feed.state("workshops", JOINED, id("shop", JOINED), workshop(JOINED, 90)));
        assertChange(() ->
                feed.state("institutions", null, JOINED.id(), Facts.institutionState(JOINED, "Pacific/Kiritimati")));
    }

    @Test
    void changes_when_an_institution_joins_and_when_it_leaves() {
        assertChange(() -> join(OTHER));
        assertChange(() -> asOwner(
                "delete from agreement where study = 'watermark' and institution = '%s'".formatted(OTHER.id())));
    }

    @Test
    void all_connections_of_one_reading_see_the_state_it_began_with() {
        boolean several = Runtime.getRuntime().availableProcessors() > 1;
        CyclicBarrier atOnce = new CyclicBarrier(several ? 2 : 1);
        Set<Map<String, Long>> seen = ConcurrentHashMap.newKeySet();
        Set<Thread> readers = ConcurrentHashMap.newKeySet();

        Map<String, Long> begunWith = research.read(STUDY, rows -> {
            Map<String, Long> versions = rows.versions();
            answer(JOINED, "late", Facts.pair(1, 2));
            rows.inParallel(List.of(1, 2), (own, piece) -> {
                meet(atOnce);
                readers.add(Thread.currentThread());
                seen.add(own.versions());
            });
            return versions;
        });

        assertThat(seen).containsExactly(begunWith);
        assertThat(readers).hasSize(several ? 2 : 1);
        assertThat(research.read(STUDY, ResearchRows::versions)).isNotEqualTo(begunWith);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception nobody) {
            throw new IllegalStateException(nobody);
        }
    }

    private void assertChange(Runnable change) {
        String before = watermark();
        change.run();
        assertThat(watermark()).isNotEqualTo(before);
    }

    private String watermark() {
        return research.read(STUDY, ResearchRows::watermark);
    }

    private void answer(Tenant institution, String who, Map<String, Object> pair) {
        String name = who + institution.id();
        feed.state(
                "responses",
                institution,
                Facts.id(name),
                Facts.response(name, "wave" + institution.id(), true, Map.of("a", pair)));
    }

    private static void join(Tenant institution) {
        asOwner("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                + " values (gen_random_uuid(), 'watermark', '%s', 1, 'x', now())".formatted(institution.id()));
    }

    private static void asOwner(String statement) {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String id(String what, Tenant institution) {
        return Facts.id(what + institution.id());
    }

    private static Map<String, Object> workshop(Tenant institution, int minutes) {
        return Facts.workshop("shop" + institution.id(), "watermark", minutes);
    }

    private static Map<String, Object> instrument() {
        return Facts.instrument("watermark", "1", List.of(Facts.thenNow("a"), Facts.text("text")), List.of());
    }
}
