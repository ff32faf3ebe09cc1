package org.mentoringcommons.analytics.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.cube.CubeMaker;
import org.mentoringcommons.analytics.cube.Named;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.tenancy.Tenant;

/** Answers that releases counted, and that are withdrawn. */
abstract class Held extends Releasing {

    @Inject
    CubeMaker maker;

    @Inject
    Studies studies;

    /** As it is in truth, from the rows. */
    @Override
    Map<String, byte[]> counted(Lease lease) {
        return maker.make(
                        QuarkusTransaction.requiringNew()
                                .call(() -> studies.find(lease.study()).orElseThrow()),
                        new byte[32],
                        Named.NOBODY,
                        Duration.ZERO)
                .answered()
                .bytes();
    }

    void withdraw(Tenant site, String study, String who) {
        String name = study + " " + who;
        Map<String, Object> state = new HashMap<>(Facts.response(name, study + " wave", false, Map.of()));
        state.put("withdrawn", true);
        feed.state("responses", site, Facts.id(name), state);
    }

    static List<String> told(String answer) throws SQLException {
        return rows("select data from outbox where topic = 'withdrawn-answers' and key = '" + Facts.id(answer) + "'");
    }

    /** The releases named, each with how certain it is. */
    static List<String> holding(String answer) throws SQLException {
        return rows("select (r ->> 'number') || ' ' || (r ->> 'holding') from outbox,"
                + " json_array_elements(data::json -> 'releases') r where topic = 'withdrawn-answers' and key = '"
                + Facts.id(answer) + "'");
    }

    static String title(String study) throws SQLException {
        return rows("select title from study where key = '" + study + "'").get(0);
    }
}
