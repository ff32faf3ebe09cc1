package org.mentoringcommons.analytics.release;

import static org.mentoringcommons.analytics.Declared.STUDIES;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedSite;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.tenancy.Tenant;

/** Releases that name their one institution. */
abstract class ReleasingSites extends Releasing {

    private static final MeasureKey GAIN = new MeasureKey(MeasureKey.Subject.GAIN, "both");

    /** A study whose institution agreed to be named, and an audited release that does; {@return its address} */
    String naming(String study, Tenant site) {
        String address = drafted(study);
        Lease lease = computed(address, site);
        cubes.stand(lease.draft(), lease.attempt(), 1, Method.last(), new byte[] {1, 2, 3});
        Published published = new Published(
                1,
                published(1).cells(),
                List.of(new PublishedSite(
                        alias(site),
                        GAIN,
                        OptionalInt.of(1),
                        Stream.of("n 41", "mean_gain 0.8", "sd_gain 1.1", "ci_lower_gain 0.5", "ci_upper_gain 1.1")
                                .map(figure -> figure.split(" "))
                                .map(figure -> new Figure(figure[0], Optional.of(figure[1])))
                                .toList())));
        leases.audited(lease, 1, Method.last(), tables.write(published));
        return address;
    }

    static String alias(Tenant site) {
        return "alias-" + site.id().substring(0, 8);
    }

    static void agree(String study, Tenant site) {
        Declared.administrator(site)
                .body(Map.of("agreement", 1))
                .post(STUDIES + "/" + study + "/participation/site")
                .then()
                .statusCode(201);
    }
}
