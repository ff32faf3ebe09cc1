package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** What a study declared before the deployment demanded more. */
class ConditionsTest {

    private static final Thresholds RAISED = new Thresholds(5, 15, 20, 30, 100, 15, 3, 4);

    @Test
    void thresholds_below_the_floor_are_refused_each_by_name() {
        Conditions conditions = new Conditions(null, null, null, null, RAISED);

        HttpProblem refused =
                catchThrowableOfType(HttpProblem.class, () -> conditions.requireThresholds(Thresholds.withDefaults()));

        assertThat(refused.getType().toString()).endsWith(":thresholds-below-floor");
        assertThat(refused.getParameters().get("violations").toString())
                .contains("thresholds.median", "thresholds.smallest", "thresholds.institutions")
                .doesNotContain("thresholds.spread");
    }

    @Test
    void thresholds_at_the_floor_or_above_are_not() {
        Conditions conditions = new Conditions(null, null, null, null, Thresholds.withDefaults());

        assertThatCode(() -> conditions.requireThresholds(RAISED)).doesNotThrowAnyException();
        assertThatCode(() -> conditions.requireThresholds(Thresholds.withDefaults()))
                .doesNotThrowAnyException();
    }
}
