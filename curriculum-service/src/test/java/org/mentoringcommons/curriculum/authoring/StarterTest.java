package org.mentoringcommons.curriculum.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mentoringcommons.curriculum.cartridge.Cartridge;
import org.mentoringcommons.curriculum.cartridge.CartridgeRules;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.content.Readers;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/** The project's own curricula hold what somebody needs who runs a workshop tomorrow. */
class StarterTest {

    private static final List<CurriculumPackage> PACKAGES = Starter.packages();
    private static final List<String> COMPETENCIES = List.of(
            "effective-communication",
            "aligning-expectations",
            "work-life-integration",
            "equity-and-inclusion",
            "research-self-efficacy",
            "fostering-independence",
            "professional-development",
            "mentoring-philosophy");

    @TestFactory
    Stream<DynamicTest> every_module_can_be_run() {
        return PACKAGES.stream().flatMap(whole -> whole.manifest().modules().stream()
                .map(module -> dynamicTest(whole.manifest().curriculum().key() + " " + module.key(), () -> {
                    List<Part> parts = whole.parts(module.key()).stream()
                            .map(CurriculumPackage.PartText::part)
                            .toList();
                    assertThat(parts)
                            .hasAtLeastOneElementOfType(Part.Objectives.class)
                            .hasAtLeastOneElementOfType(Part.Activity.class)
                            .hasAtLeastOneElementOfType(Part.CaseStudy.class)
                            .hasAtLeastOneElementOfType(Part.Checklist.class);
                    assertThat(parts.stream().filter(part -> part.head().readers() == Readers.FACILITATORS))
                            .isNotEmpty();
                    assertThat(parts.stream()
                                    .filter(part -> part instanceof Part.CaseStudy || part instanceof Part.Activity))
                            .allSatisfy(part -> {
                                assertThat(part.head().minutes()).isPositive();
                                assertThat(part.head().body().length()).isGreaterThan(200);
                                assertThat(part.head().facilitation()).isNotBlank();
                            });
                })));
    }

    @TestFactory
    Stream<DynamicTest> every_cartridge_of_them_keeps_the_rules_of_the_profile() {
        return PACKAGES.stream()
                .map(whole -> dynamicTest(whole.manifest().curriculum().key(), () -> assertThat(
                                CartridgeRules.faults(Cartridge.files(whole)))
                        .isEmpty()));
    }

    @Test
    void every_curriculum_trains_every_competency_and_two_of_them_ethics() {
        assertThat(PACKAGES).allSatisfy(whole -> assertThat(whole.manifest().modules())
                .extracting(Manifest.Module::key)
                .containsAll(COMPETENCIES));
        assertThat(PACKAGES.stream().filter(whole -> whole.manifest().modules().stream()
                        .anyMatch(module -> module.key().equals("ethical-behaviour"))))
                .hasSize(2);
        assertThat(PACKAGES.get(1).manifest().adaptedFrom().curriculum())
                .isEqualTo(PACKAGES.get(0).manifest().curriculum().key());
    }

    @Test
    void no_story_is_told_twice() {
        Set<String> stories = new HashSet<>();
        PACKAGES.forEach(whole -> whole.manifest().modules().forEach(module -> whole.parts(module.key()).stream()
                .map(CurriculumPackage.PartText::part)
                .filter(Part.CaseStudy.class::isInstance)
                .forEach(story -> assertThat(stories.add(story.head().body()))
                        .as(story.head().title())
                        .isTrue())));
        assertThat(stories).hasSize(26);
    }

    @Test
    void the_worksheets_are_of_the_few_kinds_and_as_large_as_they_should_be() {
        Map<String, WorksheetFile> sheets = new HashMap<>();
        PACKAGES.forEach(whole -> whole.worksheets().forEach(sheet -> sheets.put(sheet.key(), sheet)));

        assertThat(sheets.values().stream().map(WorksheetFile::kind))
                .containsOnly("grid", "bipolar", "constant_sum", "ranking", "checklist", "steps", "agreement", "goals");
        assertThat(sheets.get("expectations").sheet().get("pairs")).hasSize(19);
        assertThat(sheets.get("expectations").sheet().get("stages")).hasSize(3);
        assertThat(sheets.get("needs").sheet().get("groups")).hasSize(5);
        assertThat(sheets.get("needs").sheet().findValues("rows").stream()
                        .mapToInt(rows -> rows.size())
                        .sum())
                .isEqualTo(17);
        assertThat(sheets.get("mentoring-agreement").sheet().get("clauses")).hasSize(7);
        assertThat(sheets.get("communication-grid").sheet().get("rows")).hasSize(7);
        assertThat(sheets.get("communication-grid").sheet().get("columns")).hasSize(3);
        assertThat(sheets.get("competency-reflection").sheet().get("rows")).hasSize(8);
        assertThat(sheets.get("competency-reflection").sheet().get("columns")).hasSize(2);
        assertThat(sheets.get("yearly-reflection").sheet().get("rows")).hasSize(5);
        assertThat(sheets.get("yearly-reflection").sheet().get("columns")).hasSize(4);
        assertThat(sheets.get("four-way-view").sheet().get("sums"))
                .hasSize(2)
                .allSatisfy(sum -> assertThat(sum.get("total").asInt()).isEqualTo(100));
        assertThat(sheets.get("stair-steps").sheet().get("steps").get("minimum").asInt())
                .isEqualTo(3);
        assertThat(sheets.get("mentor-map").sheet().get("confidential").asBoolean())
                .isTrue();
        assertThat(sheets)
                .containsKeys(
                        "smart-goals",
                        "research-moment",
                        "sources-of-confidence",
                        "development-plan",
                        "before-we-meet");
    }
}
