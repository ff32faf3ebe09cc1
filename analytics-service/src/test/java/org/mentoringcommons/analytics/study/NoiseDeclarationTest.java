package org.mentoringcommons.analytics.study;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.Declared;

/** What is added to a study's counts is declared as the rest of it, and refused by its field where it makes no sense. */
@QuarkusTest
class NoiseDeclarationTest {

    @ParameterizedTest
    @CsvSource({
        "cell_key, bound, , noise.bound",
        "cell_key, bound, 0, noise.bound",
        "cell_key, bound, 6, noise.bound",
        "cell_key, epsilon, 1, noise.epsilon",
        "cell_key, budget, 1, noise.budget",
        "discrete_laplace, epsilon, , noise.epsilon",
        "discrete_laplace, epsilon, 0, noise.epsilon",
        "discrete_laplace, epsilon, -1, noise.epsilon",
        "discrete_laplace, epsilon, 0.0001, noise.epsilon",
        "discrete_laplace, epsilon, 11, noise.epsilon",
        "discrete_laplace, budget, , noise.budget",
        "discrete_laplace, budget, 0.2, noise.budget",
        "discrete_laplace, bound, 3, noise.bound"
    })
    void what_makes_no_sense_is_refused_by_its_field(String mechanism, String part, Double value, String field) {
        Map<String, Object> noise = new HashMap<>(
                mechanism.equals("cell_key")
                        ? Map.of("mechanism", mechanism, "bound", 5)
                        : Map.of("mechanism", mechanism, "epsilon", 0.5, "budget", 2));
        noise.put(part, value == null ? null : part.equals("bound") ? (Object) value.intValue() : value);

        declare("noise-impossible", noise)
                .statusCode(400)
                .body("type", endsWith(":study-impossible"))
                .body("violations.field", hasItem(field));
    }

    @Test
    void a_mechanism_nobody_knows_is_refused_and_none_is_named() {
        declare("noise-unknown", Map.of("mechanism", "gaussian"))
                .statusCode(400)
                .body("violations.field", hasItem("noise.mechanism"));
        declare("noise-unnamed", Map.of("bound", 3))
                .statusCode(400)
                .body("violations.field", hasItem("noise.mechanism"));
    }

    @Test
    void a_study_tells_its_noise() {
        declare("noise-told", Map.of("mechanism", "discrete_laplace", "epsilon", 0.25, "budget", 2))
                .statusCode(201)
                .body("noise.mechanism", equalTo("discrete_laplace"))
                .body("noise.epsilon", equalTo(0.25f))
                .body("noise.bound", nullValue());
        declare("noise-none", null).statusCode(201).body("noise", nullValue());
    }

    private static io.restassured.response.ValidatableResponse declare(String key, Map<String, Object> noise) {
        Map<String, Object> study = Declared.study(key, key, "noisy", "both", "somebody");
        study.put("noise", noise);
        return Declared.declare(study);
    }
}
