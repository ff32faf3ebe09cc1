package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.analytics.report.SmallCohorts.READER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** After a change only the institution it belongs to is read again, and nobody can tell from the report. */
@QuarkusTest
class KeptPortionsTest {

    private static final String STUDY = "portions";
    private static final Tenant CHANGING = Facts.institution("portions changing");
    private static final Tenant RESTING = Facts.institution("portions resting");

    @Inject
    Feed feed;

    @Inject
    Studies studies;

    @Inject
    InstrumentsOfAStudy instruments;

    @Inject
    TenantTransaction transaction;

    @Inject
    KeptPortions portions;

    @Inject
    KeptReports reports;

    @BeforeEach
    void two_institutions_answered() {
        SmallCohorts cohorts = new SmallCohorts(feed);
        if (transaction.call(null, () -> studies.find(STUDY)).isEmpty()) {
            SmallCohorts.declare(STUDY);
            for (Tenant site : List.of(CHANGING, RESTING)) {
                SmallCohorts.join(STUDY, site);
            }
        }
        for (Tenant site : List.of(CHANGING, RESTING)) {
            cohorts.workshop(site, key(site), Map.of("curriculum", STUDY));
            for (int person = 0; person < 5; person++) {
                cohorts.answer(site, key(site), "p" + person, Map.of("a", Facts.pair(2, 3), "b", Facts.pair(2, 3)));
            }
        }
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        read();
        Map<String, Portion> before = kept();

        new SmallCohorts(feed)
                .answer(CHANGING, key(CHANGING), "one more", Map.of("a", Facts.pair(1, 6), "b", Facts.pair(1, 6)));
        JsonNode report = read();

        Map<String, Portion> after = kept();
        assertThat(after).containsOnlyKeys(CHANGING.id(), RESTING.id());
        assertThat(after.get(RESTING.id())).isSameAs(before.get(RESTING.id()));
        assertThat(after.get(CHANGING.id())).isNotSameAs(before.get(CHANGING.id()));
        assertThat(report).isEqualTo(readAnew());
    }

    @Test
    void a_withdrawal_an_erased_workshop_and_another_time_zone_are_seen_at_once() {
        read();

        feed.erased("responses", CHANGING, Facts.id(key(CHANGING) + " p0"));
        assertThat(read()).isEqualTo(readAnew());
        feed.state("institutions", null, RESTING.id(), Facts.institutionState(RESTING, "Pacific/Kiritimati"));
        assertThat(read()).isEqualTo(readAnew());
        feed.erased("workshops", RESTING, Facts.id(key(RESTING)));
        JsonNode without = read();
        assertThat(without).isEqualTo(readAnew());
        assertThat(new Figures(without).value("workshops", "delivered", "count"))
                .isEqualTo(1);
    }

    @Test
    void what_does_not_fit_is_not_kept() {
        read();
        KeptPortions.Basis basis = basis();
        Map<String, Portion> known = kept();
        long size = known.values().stream().mapToLong(Portion::bytes).sum();
        KeptPortions small = new KeptPortions(size - 1);
        KeptPortions oneStudy = new KeptPortions(size);

        small.keep(STUDY, basis, known);
        oneStudy.keep("first", basis, known);
        oneStudy.keep("second", basis, known);

        assertThat(size).isPositive();
        assertThat(small.of(STUDY, basis)).isEmpty();
        assertThat(oneStudy.of("first", basis)).isEmpty();
        assertThat(oneStudy.of("second", basis)).isEqualTo(known);
    }

    private JsonNode read() {
        return Figures.read(STUDY, READER).report();
    }

    private JsonNode readAnew() {
        reports.forget(STUDY);
        portions.keep(STUDY, basis(), Map.of());
        return read();
    }

    private Map<String, Portion> kept() {
        return portions.of(STUDY, basis());
    }

    private KeptPortions.Basis basis() {
        return transaction.call(null, () -> {
            Study.Definition definition = studies.find(STUDY).orElseThrow().definition();
            return new KeptPortions.Basis(definition, instruments.known(definition.inclusion()));
        });
    }

    private static String key(Tenant site) {
        return "shop of " + site.id();
    }
}
