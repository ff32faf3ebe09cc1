package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringcommons.analytics.report.RecreatedStudy.STUDY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Cube;
import org.mentoringcommons.analytics.cube.CubeMaker;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.MeasureKey.Subject;
import org.mentoringcommons.analytics.cube.Named;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.PublishedCell;
import org.mentoringcommons.analytics.cube.PublishedSite;
import org.mentoringcommons.analytics.cube.Utility;
import org.mentoringcommons.analytics.study.Agreements;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;

/** What a release of the recreated evaluation says: what was published of the nation, where that is of enough people. */
@QuarkusTest
class RecreatedReleaseTest {

    private static final byte[] SECRET = new byte[32];

    @Inject
    Feed feed;

    @Inject
    Studies studies;

    @Inject
    CubeMaker cubes;

    private Study study;

    @Inject
    Agreements agreements;

    @BeforeEach
    void the_fifteen_sites_answered_and_joined() {
        new RecreatedStudy().feedOnce(feed);
        study = QuarkusTransaction.requiringNew().call(() -> studies.find(STUDY).orElseThrow());
    }

    @Test
    void counting_is_given_up_after_some_time() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.setAutoCommit(false);
            // should it not be given up, the lock is, and it counts
            owner.createStatement().execute("set idle_in_transaction_session_timeout = '15s'");
            owner.createStatement().execute("lock table response, response_tally in access exclusive mode");

            assertThatThrownBy(() -> cubes.make(study, SECRET, Named.NOBODY, Duration.ofMillis(500)))
                    .hasRootCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_nations_numbers_are_those_of_the_publication() {
        Publication release = release(cube());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(nation(release, Subject.PARTICIPATION, "response", "n")).contains("354");
        assertThat(nation(release, Subject.PARTICIPATION, "response", "numerator"))
                .contains("183");
        assertThat(nation(release, Subject.SATISFACTION, "facilitator_effectiveness", "n"))
                .contains("173");
        assertThat(nation(release, Subject.SATISFACTION, "facilitator_effectiveness", "numerator"))
                .contains("155");
        assertThat(nation(release, Subject.SATISFACTION, "facilitator_effectiveness", "percent"))
                .contains("89.6");
    }

    @Test
    void the_same_rows_are_the_same_cube_and_the_same_release() {
        Cube cube = cube();

        assertThat(cube().hash()).isEqualTo(cube.hash());
        assertThat(release(Cube.of(cube.bytes())).published())
                .isEqualTo(release(cube).published());
    }

    /** As {@code docs/statistics.md} has it. */
    @Test
    void so_many_cells_are_left_by_each_rule() {
        assertThat(Utility.of(cube(), study.definition().thresholds()))
                .hasToString("{MEDIAN=578 of 758, 754, 669, SPREAD=96 of 126, 111, 111,"
                        + " QUARTILES=81 of 126, 102, 102, EXACT=152 of 758, 318, 175}");
    }

    @Test
    void codes_that_few_used_are_not_even_named() {
        assertThat(release(cube()).published().cells())
                .filteredOn(cell ->
                        cell.measure().subject() == Subject.CODED && cell.cell().equals(CellKey.NATION))
                .isNotEmpty()
                .allMatch(PublishedCell::isShown);
    }

    @Test
    void large_sites_that_agreed_are_named_and_no_cell_is_lost_by_it() {
        Set<String> all = QuarkusTransaction.requiringNew().call(() -> agreements.sharing(STUDY));

        Publication release = release(Cube.of(cube(new Named(all, Set.of())).bytes()));

        assertThat(release.gate().findings()).isEmpty();
        assertThat(release.published().cells())
                .isEqualTo(release(cube()).published().cells());
        assertThat(release.published().sites()).extracting(PublishedSite::site).hasSizeGreaterThan(all.size());
        assertThat(release.published().sites())
                .filteredOn(site -> site.origin().isPresent())
                .isNotEmpty()
                .allSatisfy(site -> assertThat(site.figures()
                                .get(0)
                                .text()
                                .map(Integer::valueOf)
                                .orElse(0))
                        .isGreaterThanOrEqualTo(20));
    }

    private Cube cube() {
        return cube(Named.NOBODY);
    }

    private Cube cube(Named named) {
        return cubes.make(study, SECRET, named, Duration.ZERO).cube();
    }

    private Publication release(Cube cube) {
        return Publication.of(cube, study.definition().thresholds(), 1, Optional.empty());
    }

    private static Optional<String> nation(Publication release, Subject subject, String name, String figure) {
        return release.published().cell(CellKey.NATION, new MeasureKey(subject, name)).orElseThrow().figures().stream()
                .filter(one -> one.measure().equals(figure))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
