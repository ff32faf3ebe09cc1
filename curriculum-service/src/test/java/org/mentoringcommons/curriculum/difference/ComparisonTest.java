package org.mentoringcommons.curriculum.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.difference.Difference.Change;

class ComparisonTest {

    private final Map<String, String> before = Packages.files("small-steps", "1.0.0");
    private final Map<String, String> after = Packages.files("small-steps", "1.1.0");

    @Test
    void a_new_number_alone_is_no_difference() {
        assertThat(difference().same()).isTrue();
        assertThat(DifferenceText.of(difference())).contains("Nothing differs");
    }

    @Test
    void what_was_rewritten_added_dropped_and_moved_is_told_part_by_part() {
        after.put(
                "curriculum.json",
                after.get("curriculum.json")
                        .replace("\"minutes\": 45", "\"minutes\": 40")
                        .replace("[\"case.md\", \"plan.md\"]", "[\"new.md\", \"case.md\"]")
                        .replace("CC-BY-4.0", "CC0-1.0"));
        after.remove("modules/communication/plan.md");
        after.put("modules/communication/new.md", Packages.PLAN);
        after.put("modules/communication/case.md", Packages.CASE.replace("Nadia", "Nadira"));
        after.put("worksheets/before-we-meet.json", Packages.WORKSHEET.replace("sent an", "wrote an"));

        Difference difference = difference();

        assertThat(difference.fields()).containsExactly(new Difference.Field("licence", "CC-BY-4.0", "CC0-1.0"));
        assertThat(difference.modules()).hasSize(1);
        Difference.Module module = difference.modules().get(0);
        assertThat(module.change()).isEqualTo(Change.CHANGED);
        assertThat(module.fields()).containsExactly(new Difference.Field("minutes", "45", "40"));
        assertThat(module.parts())
                .extracting(Difference.Part::key, Difference.Part::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("new", Change.ADDED),
                        org.assertj.core.groups.Tuple.tuple("case", Change.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("plan", Change.REMOVED));
        assertThat(difference.worksheets()).hasSize(1);
        assertThat(DifferenceText.of(difference)).contains("- Nadia sends", "+ Nadira sends", "minutes: 45 → 40", "…");
    }

    @Test
    void a_module_that_only_changed_its_place_is_moved() {
        String manifest = after.get("curriculum.json");
        int first = manifest.indexOf("    { \"key\": \"communication\"");
        int second = manifest.indexOf("    { \"key\": \"expectations\"");
        int end = manifest.indexOf("  ],\n  \"worksheets\"");
        after.put(
                "curriculum.json",
                manifest.substring(0, first)
                        + manifest.substring(second, end).stripTrailing() + ",\n"
                        + manifest.substring(first, second).stripTrailing().replaceAll(",$", "") + "\n"
                        + manifest.substring(end));

        Difference difference = difference();

        assertThat(difference.modules()).hasSize(1);
        assertThat(difference.modules().get(0).change()).isEqualTo(Change.MOVED);
    }

    private Difference difference() {
        return Comparison.of(CurriculumPackage.of(before), CurriculumPackage.of(after));
    }
}
