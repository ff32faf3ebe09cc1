package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.study.Grouping;
import org.mentoringcommons.analytics.study.Study;

/**
 * Groups that a study compares.
 *
 * @param item the item whose options are the groups, if what people answered tells them apart
 * @param property of the workshop that tells them apart otherwise
 */
record Compared(
        String section, Optional<String> item, Function<DeliveredWorkshop, String> property, List<String> groups) {

    /** What the study declared, the comparison among its tables first. */
    static List<Compared> of(Study.Definition definition) {
        List<Compared> all = new ArrayList<>();
        if (definition.tables().comparison() != null) {
            all.add(byItem(
                    definition.tables().comparison().section(),
                    definition.tables().comparison().item(),
                    definition.tables().comparison().groups()));
        }
        for (Grouping grouping : definition.groupings()) {
            List<String> groups = grouping.groups().stream().distinct().toList();
            all.add(
                    switch (grouping.by()) {
                        case Grouping.MODE ->
                            new Compared(grouping.section(), Optional.empty(), DeliveredWorkshop::mode, groups);
                        case Grouping.CURRICULUM ->
                            new Compared(grouping.section(), Optional.empty(), DeliveredWorkshop::curriculum, groups);
                        default -> byItem(grouping.section(), grouping.item(), groups);
                    });
        }
        return all;
    }

    private static Compared byItem(String section, String item, List<String> groups) {
        return new Compared(
                section,
                Optional.of(item),
                workshop -> "",
                groups.stream().distinct().toList());
    }

    /** Its groups as a pass over answers tells them apart. */
    Optional<Groups> byAnswer() {
        return item.map(key -> Groups.of(key, groups));
    }
}
