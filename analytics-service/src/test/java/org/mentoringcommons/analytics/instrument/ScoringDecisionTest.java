package org.mentoringcommons.analytics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** The rule {@code at_least} can be decided on where every scale can meet it. */
@QuarkusTest
class ScoringDecisionTest {

    private static final String NAME = "decided";
    private static final Tenant SITE = Facts.institution(NAME);

    @Inject
    Feed feed;

    @Inject
    Instruments instruments;

    @BeforeEach
    void an_instrument_is_known() {
        feed.state("workshops", SITE, Facts.id(NAME), Facts.workshop(NAME, NAME, 240));
        feed.state(
                "waves",
                SITE,
                Facts.id("decided wave"),
                Facts.wave(
                        "decided wave",
                        NAME,
                        Facts.instrument(
                                NAME,
                                "1",
                                List.of(
                                        Facts.thenNow("a"),
                                        Facts.thenNow("b"),
                                        Facts.thenNow("c"),
                                        Facts.likert("r", 5),
                                        Facts.likert("s", 5)),
                                List.of(Facts.scale("three", "a", "b", "c"), Facts.scale("two", "r", "s")))));
    }

    @Test
    void a_minimum_goes_with_at_least_and_no_scale_has_fewer_items() {
        decide("\"at_least\"").statusCode(400).body("violations.field", contains("minimum"));
        decide("\"half\", \"minimum\": 2").statusCode(400).body("violations.field", contains("minimum"));
        decide("\"at_least\", \"minimum\": 0").statusCode(400);
        decide("\"at_least\", \"minimum\": 3")
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:scoring-impossible"))
                .body("violations.message", contains("is more than the scale two has items"));

        decide("\"at_least\", \"minimum\": 2").statusCode(201).body("minimum", equalTo(2));
        decide("\"at_least\", \"minimum\": 2").statusCode(409);

        feed.run(SITE, () -> assertThat(instruments
                        .find(new InstrumentReference(NAME, "1"))
                        .orElseThrow()
                        .everyScale())
                .extracting(Scale::key, Scale::least, Scale::unitsPerPoint)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("three", 2, 60),
                        org.assertj.core.groups.Tuple.tuple("two", 2, 60)));
        Declared.operator()
                .get("/analytics/v1/instruments/decided/1/scorings")
                .then()
                .body("missing", contains("at_least"))
                .body("minimum", contains(2));
    }

    private static ValidatableResponse decide(String rule) {
        return Declared.operator()
                .body("{\"missing\": " + rule + ", \"reason\": \"the authors advise so\"}")
                .post("/analytics/v1/instruments/decided/1/scorings")
                .then();
    }
}
