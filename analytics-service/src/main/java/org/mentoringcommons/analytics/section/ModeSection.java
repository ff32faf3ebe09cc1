package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;

/** Whether workshops held online gained otherwise than those held in person. */
record ModeSection(List<Sample> samples) {

    private static final List<String> MODES = List.of("in_person", "online");

    List<Section> build() {
        List<Split> splits = samples.stream()
                .map(sample -> new Split(sample, MODES, sample.pairsByWorkshop(MODES, DeliveredWorkshop::mode)))
                .toList();
        return List.of(
                new Section(
                        "mode_comparison",
                        "In person and online",
                        List.of(
                                "Differences are online (second) minus in person (first), in scale points. The mixed model"
                                        + " allows for people of a workshop being alike; the tests beside it do not."
                                        + " Workshops held both ways at once are in neither group. Nobody was assigned to a"
                                        + " mode: a difference is no effect of the mode.",
                                Caveat.NOT_SIGNIFICANT),
                        splits.stream()
                                .map(split -> new TwoGroups(split).row(Optional.of(DeliveredWorkshop::mode)))
                                .toList()),
                new Section(
                        "mode_comparison.groups",
                        "In person and online: the groups",
                        splits.stream().flatMap(split -> split.rows().stream()).toList()));
    }
}
