package org.mentoringcommons.analytics.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Tenant;

/** Releases of two studies over the same workshops would be subtracted from each other. */
@QuarkusTest
class OverlappingStudiesTest extends Releasing {

    private static final String REFUSED = ":overlaps-another-study";

    @Test
    void a_study_over_workshops_that_another_has_released_makes_no_release() {
        Tenant site = studied("overlapped");
        declared("overlapping", "overlapped", site);
        String before = drafted("overlapping");
        frozen("overlapped", 1, site);

        draft("overlapping")
                .statusCode(409)
                .body("type", endsWith(REFUSED))
                .body("violations.field", contains("inclusion"))
                .body("violations.message", contains(containsString("overlapped")));
        step(drafter(), before, "computation").then().statusCode(409).body("type", endsWith(REFUSED));
    }

    @Test
    void of_two_that_are_worked_on_at_once_one_is_frozen() {
        Tenant site = studied("first-frozen");
        declared("second-frozen", "first-frozen", site);
        String second = audited("second-frozen", 1, site);
        frozen("first-frozen", 1, site);

        step(approver(), second, "approval").then().statusCode(200);
        step(approver(), second, "freezing").then().statusCode(409).body("type", endsWith(REFUSED));
    }

    @Test
    void what_no_workshop_can_be_in_both_of_is_released_of_both() {
        Tenant site = studied("apart-one");
        declared("apart-other", "another curriculum", site);
        frozen("apart-one", 1, site);

        draft("apart-other").statusCode(201);
        frozen("apart-other", 1, site);
        draft("apart-one").statusCode(201);
    }

    /** The same study of a curriculum, under another key. */
    private static void declared(String key, String curriculum, Tenant site) {
        Map<String, Object> study = new HashMap<>(Declared.study(key, key, "released", "both", DRAFTER, APPROVER));
        Map<String, Object> inclusion = new HashMap<>();
        ((Map<?, ?>) study.get("inclusion")).forEach((name, value) -> inclusion.put(name.toString(), value));
        inclusion.put("curricula", List.of(curriculum));
        study.put("inclusion", inclusion);
        Declared.declare(study).statusCode(201);
        Declared.join(key, site, 1).statusCode(201);
    }

    private static ValidatableResponse draft(String study) {
        return drafter()
                .body(Map.of("purpose", "the yearly figures"))
                .post(STUDIES + "/" + study + "/releases")
                .then();
    }
}
