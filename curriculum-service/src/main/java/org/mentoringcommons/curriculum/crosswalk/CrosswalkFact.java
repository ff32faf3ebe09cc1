package org.mentoringcommons.curriculum.crosswalk;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Competency;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Measures;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Scope;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Trains;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code module-crosswalks} fact: what was said under one number, which is a key of its own because older numbers stay
 * in use. Titles and what changed are for people and not told.
 */
record CrosswalkFact(
        String key,
        int number,
        Instant saidAt,
        List<String> competencies,
        List<Scope> curricula,
        List<Trains> modules,
        List<Measures> scales) {

    static Fact of(String key, int number, Instant at, NewCrosswalk said) {
        return new Fact(
                "module-crosswalks",
                key + "/" + number,
                "org.mentoringcommons.module-crosswalk.v1",
                1,
                new CrosswalkFact(
                        key,
                        number,
                        at,
                        said.competencies().stream().map(Competency::key).toList(),
                        said.curricula(),
                        said.modules(),
                        said.scales()));
    }
}
