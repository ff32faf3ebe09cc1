package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** What is known of an instrument's validity stands beside every result that it gave. */
@QuarkusTest
class ValidationStatusTest {

    private static final String STUDY = "validity";
    private static final Tenant SITE = Facts.institution(STUDY);

    @Inject
    Feed feed;

    @Test
    void results_say_what_is_known_of_their_instrument_as_it_was_last_told() {
        feed.state("workshops", SITE, Facts.id(STUDY), Facts.workshop(STUDY, STUDY, 240));
        tell("wave of before", null);
        feed.state(
                "responses",
                SITE,
                Facts.id(STUDY + " answer"),
                Facts.response(STUDY + " answer", STUDY + "wave of before", true, Map.of("p", Facts.pair(2, 4))));
        Map<String, Object> study = Declared.study(STUDY, STUDY, STUDY, "skill", "validity reader");
        study.put("ahead", false);
        Declared.declare(study).statusCode(201);
        Declared.join(STUDY, SITE, 1).statusCode(201);
        assertThat(notes()).allSatisfy(notes -> assertThat(notes).contains("Validation of validity 1: not told."));

        tell("second wave", "structure validated elsewhere");
        assertThat(notes()).allSatisfy(notes -> assertThat(notes)
                .contains("Validation of validity 1: structure validated elsewhere."));

        tell("third wave", "validated with 300 mentees");
        tell("late fact of an old release", null);
        assertThat(notes()).allSatisfy(notes -> assertThat(notes)
                .contains("Validation of validity 1: validated with 300 mentees."));
    }

    private List<String> notes() {
        Figures report = Figures.read(STUDY, "validity reader");
        return List.of(report.notes("gains"), report.notes("instruments"));
    }

    private void tell(String wave, String status) {
        Map<String, Object> instrument = new HashMap<>(
                Facts.instrument(STUDY, "1", List.of(Facts.thenNow("p")), List.of(Facts.scale("skill", "p"))));
        if (status != null) {
            instrument.put("validationStatus", status);
        }
        feed.state("waves", SITE, Facts.id(STUDY + wave), Facts.wave(STUDY + wave, STUDY, instrument));
    }
}
