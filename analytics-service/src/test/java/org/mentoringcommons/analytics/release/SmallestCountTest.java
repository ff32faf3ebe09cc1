package org.mentoringcommons.analytics.release;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Tenant;

/** The smallest count of a study's releases rises and does not fall. */
@QuarkusTest
class SmallestCountTest extends Releasing {

    private static final String REFUSED = ":smallest-count-lowered";

    @Test
    void after_a_release_a_study_with_a_lower_smallest_count_is_refused_and_told_what_to_do() {
        Tenant site = studied("smallest");
        smallest("smallest", 12);
        String drafted = drafted("smallest");
        frozen("smallest", 1, site);
        smallest("smallest", 11);

        drafter()
                .body(Map.of("purpose", "the next figures"))
                .post(STUDIES + "/smallest/releases")
                .then()
                .statusCode(409)
                .body("type", endsWith(REFUSED))
                .body("violations.field", hasItem("thresholds.smallest"))
                .body("violations.message", hasItem(containsString("12")));
        smallest("smallest", 13);
        drafted("smallest");
        step(drafter(), drafted, "computation").then().statusCode(202);
    }

    @Test
    void a_draft_that_a_greater_smallest_count_was_released_before_is_not_computed() {
        Tenant site = studied("smallest-late");
        String late = drafted("smallest-late");
        smallest("smallest-late", 12);
        frozen("smallest-late", 1, site);

        step(drafter(), late, "computation").then().statusCode(409).body("type", endsWith(REFUSED));
    }

    private static void smallest(String key, int smallest) {
        edit(key, Map.of("thresholds", Map.of("smallest", smallest)));
    }
}
