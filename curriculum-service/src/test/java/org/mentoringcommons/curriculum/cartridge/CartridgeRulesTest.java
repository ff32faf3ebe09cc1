package org.mentoringcommons.curriculum.cartridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.content.CurriculumPackage;

/** Cartridges are what the profile asks for, and the rules find one that is not. */
class CartridgeRulesTest {

    private static final String MANIFEST = "imsmanifest.xml";

    @Test
    void a_cartridge_of_pages_sheets_and_links_keeps_all_rules() throws IOException {
        assertThat(CartridgeRules.faults(cartridge())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<schemaversion>1.3.0      | <schemaversion>1.4.0",
                "<schema>IMS Common        | <schema>IMS Uncommon",
                "rooted-hierarchy          | tree",
                "<item identifier=\"root\">| <item identifier=\"root\"><title>Top</title>",
                "<item identifier=\"root\">| <item identifier=\"root\" isvisible=\"true\">",
                "<title>Effective communication</title>\\n          <item | <item",
                "identifier=\"item-page-communication\" | identifier=\"page-communication\"",
                "identifier=\"item-page-communication\" | identifier=\"1st\"",
                "identifierref=\"page-communication\"   | identifierref=\"page-of-nobody\"",
                "type=\"webcontent\"       | type=\"imsdt_xmlv1p9\"",
                "<file href=\"web/module-communication.html\"/></resource> | </resource>",
                "<file href=\"web/module-communication.html\"/> | <file href=\"../module-communication.html\"/>",
                "href=\"web/module-communication.html\"><file | href=\"web/elsewhere.html\"><file",
                "<organizations>           | <organizations default=\"organization\">",
                "<metadata>                | <metadata><extra/>",
                "<lomimscc:value>yes       | <lomimscc:value>perhaps",
                "<resources>               | <resources><dependency identifierref=\"root\"/>",
                "</manifest>               | "
            })
    void a_manifest_that_is_not_so_is_found(String right, String wrong) throws IOException {
        Map<String, String> files = cartridge();
        String manifest = files.get(MANIFEST);
        String from = right.replace("\\n", "\n");
        assertThat(manifest).contains(from);

        files.put(MANIFEST, manifest.replace(from, wrong == null ? "" : wrong));

        assertThat(CartridgeRules.faults(files)).isNotEmpty();
    }

    @Test
    void files_that_are_missing_or_named_by_nobody_are_found() throws IOException {
        Map<String, String> without = cartridge();
        without.remove("web/module-communication.html");
        assertThat(CartridgeRules.faults(without)).containsExactly("web/module-communication.html is missing");
        Map<String, String> with = cartridge();
        with.put("web/nobody.html", "");
        assertThat(CartridgeRules.faults(with)).containsExactly("web/nobody.html is named by no resource");
        assertThat(CartridgeRules.faults(Map.of())).containsExactly("imsmanifest.xml is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worksheet-of-nobody.html", "/web/worksheet-before-we-meet.html", "../../outside.html"})
    void a_page_that_leads_to_what_is_not_there_is_found(String elsewhere) throws IOException {
        Map<String, String> files = cartridge();
        String page = "web/module-expectations.html";
        assertThat(files.get(page)).contains("\"worksheet-before-we-meet.html\"");

        files.computeIfPresent(page, (name, text) -> text.replace("worksheet-before-we-meet.html", elsewhere));

        assertThat(CartridgeRules.faults(files))
                .containsExactly(page + " leads to " + elsewhere + ", which is not there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<url href=  | <url target=", "<title>A    | <name/><title>A", "imswl_v1p3 | imswl_v1p1"})
    void a_link_that_is_not_so_is_found(String right, String wrong) throws IOException {
        Map<String, String> files = cartridge();
        String link = "links/link-communication-paper.xml";
        assertThat(files.get(link)).contains(right);

        files.computeIfPresent(link, (name, text) -> text.replace(right, wrong));

        assertThat(CartridgeRules.faults(files)).isNotEmpty();
    }

    private static Map<String, String> cartridge() {
        Map<String, String> files = Packages.files("small-steps", "1.0.0");
        files.computeIfPresent(
                "curriculum.json", (name, text) -> text.replace("\"plan.md\"", "\"plan.md\", \"paper.md\""));
        files.put(
                "modules/communication/paper.md",
                "---\nkind: reading\ntitle: A paper\ncitation: Doe J. 2001.\nurl: https://example.org/?a=1&b=2\n---\n");
        return new LinkedHashMap<>(Cartridge.files(CurriculumPackage.of(files)));
    }
}
