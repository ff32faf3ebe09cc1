package org.mentoringcommons.analytics.study;

import java.util.Optional;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalk;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalks;

/** Whether the crosswalk named is there and speaks of what the study looks at; scales it leaves out are gaps, and shown. */
record CrosswalkCheck(EditedStudy study, ModuleCrosswalks crosswalks, Objections objections) {

    void run() {
        Optional<ModuleCrosswalk> known = crosswalks.find(study.crosswalk());
        if (known.isEmpty()) {
            if (!study.ahead()) {
                objections.add(
                        "crosswalk",
                        "is not known under this number; declare with 'ahead': true if it is still to come");
            }
        } else if (known.get().curricula().stream()
                .noneMatch(edition -> study.inclusion().curricula().contains(edition.curriculum()))) {
            objections.add("crosswalk", "speaks of none of the study's curricula");
        }
    }
}
