package org.mentoringcommons.analytics.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether groupings, tests and Holm's family speak of what the study reports. */
record TestingCheck(EditedStudy study, Objections objections) {

    void run() {
        for (int i = 0; i < groupings().size(); i++) {
            grouping("groupings[" + i + "].", groupings().get(i));
        }
        tests();
        family();
    }

    private void grouping(String field, Grouping grouping) {
        objections.unlessOneOf(field + "by", grouping.by(), Set.of(Grouping.ITEM, Grouping.MODE, Grouping.CURRICULUM));
        if (Set.copyOf(grouping.groups()).size() < 2) {
            objections.add(field + "groups", "at least two different groups");
        }
        if (grouping.by().equals(Grouping.ITEM) == (grouping.item() == null)) {
            objections.add(field + "item", "with 'by': 'item', and only then");
        }
        for (int i = 0; i < grouping.groups().size(); i++) {
            String group = grouping.groups().get(i);
            if (grouping.by().equals(Grouping.MODE)) {
                objections.unlessOneOf(field + "groups[" + i + "]", group, InclusionCheck.MODES);
            } else if (grouping.by().equals(Grouping.CURRICULUM)) {
                objections.unlessOneOf(
                        field + "groups[" + i + "]", group, study.inclusion().curricula());
            }
        }
    }

    private void tests() {
        Set<String> named = new HashSet<>();
        List<String> tests = study.tests() == null ? List.of() : study.tests();
        boolean compares = !groupings().isEmpty() || study.tables().comparison() != null;
        for (int i = 0; i < tests.size(); i++) {
            String field = "tests[" + i + "]";
            Procedure.of(tests.get(i))
                    .ifPresentOrElse(
                            procedure -> {
                                if (procedure.isOfGroups() && !compares) {
                                    objections.add(field, "compares groups, and no grouping is declared");
                                }
                            },
                            () -> objections.add(field, "one of " + Procedure.words()));
            objections.ifTaken(field, named, tests.get(i));
        }
    }

    /** A family corrects tests that are made. */
    private void family() {
        Set<String> named = new HashSet<>();
        List<String> family = study.family() == null ? List.of() : study.family();
        for (int i = 0; i < family.size(); i++) {
            if (!study.tables().gains().contains(family.get(i))) {
                objections.add("family[" + i + "]", "is not tested: no scale of tables.gains");
            }
            objections.ifTaken("family[" + i + "]", named, family.get(i));
        }
    }

    private List<Grouping> groupings() {
        return study.groupings() == null ? List.of() : study.groupings();
    }
}
