package org.mentoringcommons.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Packages;

class CurriculumPackageTest {

    private final Map<String, String> files = Packages.files("small-steps", "1.0.0");
    private final Faults faults = new Faults();

    @Test
    void a_package_is_read_into_typed_parts_and_written_as_it_was() {
        CurriculumPackage whole = CurriculumPackage.read(files, faults).orElseThrow();

        assertThat(whole.parts("communication"))
                .extracting(CurriculumPackage.PartText::part)
                .hasExactlyElementsOfTypes(Part.CaseStudy.class, Part.Passage.class);
        Part first = whole.parts("communication").get(0).part();
        assertThat(first.head().body()).isEqualTo("Nadia sends a draft to her **mentor**, a marmot of a man.");
        assertThat(first.head().facilitation()).isEqualTo("Let them find the quokka themselves.");
        assertThat(first.entries()).containsExactly("What does each of them know?");
        assertThat(whole.files()).containsExactlyEntriesOf(files);
    }

    @Test
    void line_ends_of_another_system_are_kept_and_understood() {
        files.replaceAll((name, text) -> text.replace("\n", "\r\n"));

        CurriculumPackage whole = CurriculumPackage.read(files, faults).orElseThrow();

        assertThat(whole.files()).containsExactlyEntriesOf(files);
        assertThat(whole.parts("communication").get(0).part().head().facilitation())
                .startsWith("Let them");
    }

    @Test
    void everything_wrong_is_told_at_once_with_file_and_line() {
        files.put("curriculum.json", files.get("curriculum.json").replace("\"minutes\": 45", "\"minutes\": 10"));
        files.put("modules/communication/case.md", Packages.CASE.replace("minutes: 20", "minutes: long"));
        files.put(
                "modules/communication/plan.md",
                Packages.PLAN
                        + "\n<script>alert(1)</script>\n\n[here](javascript:alert(1)) ![x](https://example.org/x.png)\n");
        files.put(
                "modules/expectations/sheet.md",
                Packages.SHEET.replace("worksheet: before-we-meet", "worksheet: other"));
        files.put("worksheets/before-we-meet.json", "{\"kind\": \"checklist\",\n \"title\": 7}");
        files.put("modules/expectations/forgotten.md", Packages.PLAN);

        assertThat(CurriculumPackage.read(files, faults)).isEmpty();

        assertThat(faults.all())
                .extracting(Faults.Fault::place)
                .contains(
                        "modules/communication/case.md line 4",
                        "modules/communication/plan.md line 9",
                        "modules/communication/plan.md line 11",
                        "modules/expectations/sheet.md",
                        "worksheets/before-we-meet.json line 2",
                        "modules/expectations/forgotten.md");
        assertThat(messages()).anyMatch(message -> message.contains("holds HTML"));
        assertThat(messages()).anyMatch(message -> message.contains("neither a web address nor a mailbox"));
        assertThat(messages()).anyMatch(message -> message.contains("holds an image"));
        assertThat(messages()).anyMatch(message -> message.contains("not named by the manifest"));
    }

    @Test
    void a_manifest_that_does_not_fit_is_told_by_line_together_with_what_is_wrong_in_other_files() {
        files.put(
                "curriculum.json",
                files.get("curriculum.json")
                        .replace("\"version\": \"1.0.0\"", "\"version\": \"one\"")
                        .replace("\"required\": false", "\"required\": \"no\""));
        files.put("modules/communication/case.md", "no front matter");

        assertThat(CurriculumPackage.read(files, faults)).isEmpty();

        assertThat(faults.all())
                .extracting(Faults.Fault::place)
                .containsExactlyInAnyOrder(
                        "curriculum.json line 4", "curriculum.json line 11", "modules/communication/case.md line 1");
    }

    @Test
    void a_missing_manifest_a_missing_file_and_json_that_is_none_are_named() {
        assertThat(CurriculumPackage.read(Map.of(), faults)).isEmpty();
        files.remove("modules/communication/plan.md");
        assertThat(CurriculumPackage.read(files, faults)).isEmpty();
        files.put("curriculum.json", "{\n  \"format\": ,\n}");
        assertThat(CurriculumPackage.read(files, faults)).isEmpty();

        assertThat(faults.all())
                .extracting(Faults.Fault::place)
                .containsExactly("curriculum.json", "modules/communication/plan.md", "curriculum.json line 2");
    }

    @Test
    void a_module_twice_parts_longer_than_their_module_and_descent_from_itself_are_refused() {
        files.put(
                "curriculum.json",
                files.get("curriculum.json")
                        .replace("\"key\": \"expectations\"", "\"key\": \"communication\"")
                        .replace("\"minutes\": 45", "\"minutes\": 19")
                        .replace(
                                "\"languages\"",
                                "\"adaptedFrom\": {\"curriculum\": \"small-steps\", \"version\": \"1.0.0\"}, \"languages\""));

        assertThat(CurriculumPackage.read(files, faults)).isEmpty();

        assertThat(messages())
                .contains(
                        "the module communication appears before",
                        "the parts of communication take 20 minutes, the module 19",
                        "a version cannot be adapted from itself");
    }

    @Test
    void a_field_that_is_not_of_the_kind_is_refused() {
        files.put("modules/communication/case.md", Packages.CASE.replace("questions:", "items:"));

        assertThat(CurriculumPackage.read(files, faults)).isEmpty();

        assertThat(messages())
                .anyMatch(message -> message.contains("'questions'"))
                .anyMatch(message -> message.contains("items"));
    }

    @Test
    void an_alias_in_front_matter_does_not_multiply() {
        files.put("modules/communication/case.md", "---\nkind: &a case_study\ntitle: *a\nquestions: [x]\n---\n");

        CurriculumPackage.read(files, faults);

        assertThat(faults.all()).allSatisfy(fault -> assertThat(fault.message()).hasSizeLessThan(300));
    }

    private List<String> messages() {
        return faults.all().stream().map(Faults.Fault::message).toList();
    }
}
