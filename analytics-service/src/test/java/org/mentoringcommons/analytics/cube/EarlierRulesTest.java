package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * A study whose first release was made by rules 1.0, as it was sealed then: curriculum Y less the hubs A and B, which teach
 * nothing else, is about three people of hub C. That is told for good; the study goes on, and tells nothing else of few.
 */
class EarlierRulesTest {

    private static final int SITES = 8;
    private static final List<String> TOLD = List.of("curriculum=Y", "hub=A", "hub=B");

    private final List<Person> people = new ArrayList<>();
    private final Standing sealed;

    EarlierRulesTest() throws IOException {
        come(200, "A", "Y", 0);
        come(200, "B", "Y", SITES);
        come(3, "C", "Y", 2 * SITES);
        come(200, "C", "Z", 2 * SITES);
        come(100, "D", "Z", 3 * SITES);
        come(200, "D", "W", 3 * SITES);
        come(100, "E", "W", 4 * SITES);
        come(200, "E", "V", 4 * SITES);
        try (InputStream file = getClass().getResourceAsStream("standing-1.0")) {
            sealed = Standing.of(file.readAllBytes());
        }
    }

    @Test
    void byRulesThatForgetWhatIsToldItCouldNeverReleaseAgain() {
        assertThat(second(Method.OF_ONE_RELEASE).gate().passed()).isFalse();
    }

    @Test
    void itReleasesAgainWhatWasToldAndNothingElse() {
        Publication second = second(Method.last());

        assertThat(second.gate().findings()).isEmpty();
        assertThat(origins(second))
                .allSatisfy((cell, origin) -> assertThat(origin).isEqualTo(1));
        assertThat(origins(second)).containsKeys(TOLD.toArray(String[]::new));
    }

    @Test
    void whereManyCameOthersAreToldAnewAndTheFewAreNotToldAgain() {
        come(60, "E", "V", 4 * SITES);
        Publication second = second(Method.last());

        assertThat(second.gate().findings()).isEmpty();
        assertThat(origins(second)).containsEntry("curriculum=V", 2).containsEntry("nation", 2);
        assertThat(TOLD).allSatisfy(cell -> assertThat(origins(second)).containsEntry(cell, 1));
    }

    @Test
    void oneMoreOfTheFewIsNotToldWhateverElseIs() {
        come(60, "E", "V", 4 * SITES);
        come(1, "C", "Y", 2 * SITES);
        Publication second = second(Method.last());

        assertThat(second.gate().findings()).isEmpty();
        assertThat(origins(second)).containsEntry("curriculum=V", 2);
        assertThat(TOLD).allSatisfy(cell -> assertThat(origins(second)).containsEntry(cell, 1));
        // else hub C, or everybody less the other hubs, would tell who came
        assertThat(origins(second).getOrDefault("nation", 1)).isEqualTo(1);
        assertThat(origins(second).getOrDefault("hub=C", 1)).isEqualTo(1);
    }

    @Test
    void onceTheyAreManyTheyAreToldAnew() {
        come(160, "C", "Y", 2 * SITES);
        Publication second = second(Method.last());

        assertThat(second.gate().findings()).isEmpty();
        assertThat(origins(second)).containsEntry("curriculum=Y", 2).containsEntry("hub=C", 2);
    }

    /** Of 63, whose numerator no rule shows, the numerator is not told by what was told of the others. */
    @Test
    void whileTheyAreTooFewForNumeratorsTheyWait() {
        come(60, "C", "Y", 2 * SITES);
        Publication second = second(Method.last());

        assertThat(second.gate().findings()).isEmpty();
        assertThat(origins(second)).containsEntry("curriculum=Y", 1).containsEntry("hub=C", 2);
    }

    private Publication second(Method method) {
        return Publication.of(
                MadeUpStudy.ofOneQuestion(people), Thresholds.withDefaults(), method, 2, Optional.of(sealed));
    }

    /** Of the cells that are shown. */
    private static Map<String, Integer> origins(Publication release) {
        Map<String, Integer> origins = new TreeMap<>();
        release.published().cells().forEach(cell -> cell.origin()
                .ifPresent(origin -> origins.put(cell.cell().toString(), origin)));
        return origins;
    }

    private void come(int many, String hub, String curriculum, int site) {
        for (int i = 0; i < many; i++) {
            people.add(new Person(
                    site + i % SITES, hub, "k", "online", "4–8", curriculum, "2026", "postdoc", i % 4 != 0, 0, 0));
        }
    }
}
