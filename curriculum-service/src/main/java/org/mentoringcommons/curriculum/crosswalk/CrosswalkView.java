package org.mentoringcommons.curriculum.crosswalk;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Competency;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Measures;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Scope;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Trains;

/** A crosswalk as it was said under its number, and where it leads nowhere. */
@Schema(
        name = "Crosswalk",
        examples =
                """
                {"key": "yearly", "number": 1, "saidAt": "2026-03-02T15:00:00Z",
                 "title": "Our curricula and the yearly survey", "changes": "First edition.",
                 "competencies": [{"key": "communication", "title": "Effective communication"},
                                  {"key": "ethics", "title": "Ethical behaviour"}],
                 "curricula": [{"curriculum": "mentoring-up", "version": "2.1.0"}],
                 "modules": [{"curriculum": "mentoring-up", "module": "communication", "competency": "communication"}],
                 "scales": [{"instrument": "yearly-survey", "scale": "communication", "competency": "communication"},
                            {"instrument": "yearly-survey", "scale": "satisfaction", "competency": null}],
                 "gaps": {"modulesOfNoCompetency": [], "modulesOfNoScale": [], "competenciesOfNoModule": ["ethics"],
                          "competenciesOfNoScale": ["ethics"],
                          "scalesOfNoModule": [{"instrument": "yearly-survey", "scale": "satisfaction"}]}}""")
record CrosswalkView(
        String key,
        int number,
        Instant saidAt,
        String title,
        String changes,
        List<Competency> competencies,
        List<Scope> curricula,
        List<Trains> modules,
        List<Measures> scales,
        Gaps gaps) {

    static CrosswalkView of(String key, int number, Instant saidAt, NewCrosswalk said, Gaps gaps) {
        return new CrosswalkView(
                key,
                number,
                saidAt,
                said.title(),
                said.changes(),
                said.competencies(),
                said.curricula(),
                said.modules(),
                said.scales(),
                gaps);
    }
}
