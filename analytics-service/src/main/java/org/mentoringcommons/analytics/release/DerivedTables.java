package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.figure.DataTable;
import org.mentoringcommons.analytics.section.Label;

/** What is worked out from lines of a release, as tables to read. */
final class DerivedTables {

    private DerivedTables() {}

    /** A table, and what is to be known by whoever reads it. */
    record One(String caption, String caveat, DataTable table) {}

    static List<One> of(List<Entry> entries) {
        Map<String, List<Derived>> sections = new LinkedHashMap<>();
        Derived.of(entries).forEach(one -> sections.computeIfAbsent(one.section(), none -> new ArrayList<>())
                .add(one));
        List<One> tables = new ArrayList<>();
        sections.forEach((section, lines) -> tables.add(new One(
                switch (section) {
                    case AcrossSites.SECTION -> "Across sites";
                    case Curricula.SECTION -> "Curriculum against curriculum";
                    default -> "Each site among the others";
                },
                section.equals(Curricula.SECTION) ? Curricula.CAVEAT : AcrossSites.CAVEAT,
                table(lines))));
        return tables;
    }

    private static DataTable table(List<Derived> lines) {
        return new DataTable(
                List.of("What", "Measure", "Value", "Lower", "Upper", "n"),
                lines.stream()
                        .map(line -> List.of(
                                Label.of(line.row()) + (line.site() == null ? "" : " / " + line.site()),
                                line.measure().replace('_', ' '),
                                line.value(),
                                Optional.ofNullable(line.lower()).orElse("–"),
                                Optional.ofNullable(line.upper()).orElse("–"),
                                line.n()))
                        .toList());
    }
}
