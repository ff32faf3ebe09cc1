package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mentoringcommons.analytics.Feed;

/**
 * Every number of the report that R can compute, through the API, against what R answered ({@code reference/report.R} and
 * {@code report.json}, made by it).
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportAgreesWithRTest {

    /** Below this both are zero to the last digit: a p that underflows, an interval that ends at zero. */
    private static final double NOTHING = 1e-12;

    @Inject
    Feed feed;

    private Figures report;

    @BeforeEach
    void people_of_the_fixture_answered() {
        if (report == null) {
            ReferenceStudy study = new ReferenceStudy();
            study.feed(feed);
            report = Figures.read(ReferenceStudy.STUDY, ReferenceStudy.READER);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_number_agrees() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode answer : answers()) {
            String id = answer.get("id").asText();
            tests.add(dynamicTest(id, () -> agrees(id, answer)));
        }
        return tests.stream();
    }

    @Test
    void r_answered_about_every_section_that_tests_or_estimates() throws IOException {
        assertThat(answers())
                .extracting(answer -> answer.get("id").asText().split("\\|")[0])
                .contains(
                        "gains",
                        "reliability",
                        "groups",
                        "groups.pairs",
                        "mode_comparison",
                        "dose_outcome",
                        "dose_modules",
                        "sites",
                        "sites.each")
                .hasSizeGreaterThan(900);
    }

    private void agrees(String id, JsonNode answer) {
        String[] place = id.split("\\|");
        double expected = answer.get("value").doubleValue();
        JsonNode ours = report.measure(place[0], place[1], place[2]);
        assertThat(ours.path(place[3]).isNumber())
                .as("%s is %s; R: %s", id, ours, answer.get("call"))
                .isTrue();
        double allowed =
                Math.max(NOTHING, Math.abs(expected) * answer.get("rel_tol").doubleValue());
        assertThat(ours.get(place[3]).doubleValue())
                .as("R: %s", answer.get("call").asText())
                .isCloseTo(expected, within(allowed));
    }

    private static JsonNode answers() throws IOException {
        try (InputStream file = ReportAgreesWithRTest.class.getResourceAsStream("/reference/report.json")) {
            return new ObjectMapper().readTree(file).get("answers");
        }
    }
}
