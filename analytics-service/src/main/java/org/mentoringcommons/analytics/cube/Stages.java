package org.mentoringcommons.analytics.cube;

import java.util.List;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.study.Tables;

/** The stages that people are told apart by: the groups of the study's comparison; whoever is in none is of another. */
record Stages(List<String> names, Chosen chosen) {

    static Stages of(Tables.Comparison comparison) {
        if (comparison == null) {
            return new Stages(List.of(), null);
        }
        List<String> names = comparison.groups().stream().distinct().toList();
        return new Stages(names, new Chosen(comparison.item(), names));
    }

    boolean areAsked() {
        return !names.isEmpty();
    }

    String of(Answers answers) {
        int stage = areAsked() && chosen.read(answers) ? chosen.onlyBelow(names.size()) : -1;
        return stage < 0 ? Collapsing.OTHER : names.get(stage);
    }
}
