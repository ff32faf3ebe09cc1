package org.mentoringcommons.analytics.release;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Tenant;

/** A study's releases are told apart by one smallest count, that of the first. */
@QuarkusTest
class SmallestCountTest extends Releasing {

    private static final String REFUSED = ":smallest-count-changed";

    @Test
    void after_its_first_release_a_study_with_another_smallest_count_is_refused_and_told_what_to_do() {
        Tenant site = studied("smallest");
        String drafted = drafted("smallest");
        frozen("smallest", 1, site);
        smallest("smallest", 12);

        drafter()
                .body(Map.of("purpose", "the next figures"))
                .post(STUDIES + "/smallest/releases")
                .then()
                .statusCode(409)
                .body("type", endsWith(REFUSED))
                .body("violations.field", hasItem("thresholds.smallest"))
                .body("violations.message", hasItem(containsString("11")));
        smallest("smallest", 11);
        drafted("smallest");
        step(drafter(), drafted, "computation").then().statusCode(202);
    }

    @Test
    void a_draft_that_another_smallest_count_was_released_before_is_not_computed() {
        Tenant site = studied("smallest-late");
        smallest("smallest-late", 12);
        String late = drafted("smallest-late");
        smallest("smallest-late", 11);
        frozen("smallest-late", 1, site);

        step(drafter(), late, "computation").then().statusCode(409).body("type", endsWith(REFUSED));
    }

    private static void smallest(String key, int smallest) {
        Map<String, Object> study = Declared.study(key, key, "released", "both");
        for (String fixed : new String[] {"key", "team", "agreement"}) {
            study.remove(fixed);
        }
        study.put("thresholds", Map.of("smallest", smallest));
        String seen = Declared.operator().get(STUDIES + "/" + key).header("ETag");
        Declared.operator()
                .header("If-Match", seen)
                .body(study)
                .put(STUDIES + "/" + key)
                .then()
                .statusCode(200);
    }
}
