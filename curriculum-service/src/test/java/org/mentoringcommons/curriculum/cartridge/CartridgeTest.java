package org.mentoringcommons.curriculum.cartridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The structure that the Common Cartridge 1.3 profile of IMS Content Packaging asks for. */
class CartridgeTest {

    private static final String CP = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";
    private static final String LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest";

    private Map<String, String> cartridge;
    private Document manifest;

    @BeforeEach
    void made() throws Exception {
        Map<String, String> files = Packages.files("small-steps", "1.0.0");
        files.put(
                "curriculum.json",
                files.get("curriculum.json")
                        .replace("Small steps", "Small & \\\"large\\\" steps")
                        .replace("\"plan.md\"", "\"plan.md\", \"paper.md\", \"secret.md\""));
        files.put(
                "modules/communication/paper.md",
                "---\nkind: reading\ntitle: A <paper>\ncitation: Doe J. 2001.\nurl: https://example.org/?a=1&b=2\n---\n");
        files.put(
                "modules/communication/secret.md",
                "---\nkind: tool\ntitle: Answers\nfor: facilitators\nurl: https://example.org/answers\n---\n");
        cartridge = Cartridge.files(CurriculumPackage.of(files));
        manifest = parsed(cartridge.get("imsmanifest.xml"));
    }

    @Test
    void it_says_what_it_is_and_whose() {
        Element root = manifest.getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo(CP);
        assertThat(children(root)).containsExactly("metadata", "organizations", "resources");
        assertThat(text(CP, "schema")).isEqualTo("IMS Common Cartridge");
        assertThat(text(CP, "schemaversion")).isEqualTo("1.3.0");
        assertThat(text(LOM, "title")).isEqualTo("Small & \"large\" steps");
        assertThat(text(LOM, "description")).isEqualTo("CC-BY-4.0");
    }

    @Test
    void one_rooted_hierarchy_leads_to_every_resource_and_nowhere_else() {
        List<String> led = new ArrayList<>();
        for (Element item : elements(CP, "item")) {
            if (item.hasAttribute("identifierref")) {
                led.add(item.getAttribute("identifierref"));
                assertThat(children(item)).containsExactly("title");
            }
        }
        List<String> resources = elements(CP, "resource").stream()
                .map(resource -> resource.getAttribute("identifier"))
                .toList();

        assertThat(elements(CP, "organization")).hasSize(1).allSatisfy(organization -> {
            assertThat(organization.getAttribute("structure")).isEqualTo("rooted-hierarchy");
            assertThat(children(organization)).containsExactly("item");
        });
        assertThat(led).containsExactlyInAnyOrderElementsOf(resources).doesNotHaveDuplicates();
    }

    @Test
    void identifiers_are_names_that_xml_allows_and_each_stands_once() {
        List<String> identifiers = new ArrayList<>();
        for (String name : List.of("manifest", "organization", "item", "resource")) {
            elements(CP, name).forEach(element -> identifiers.add(element.getAttribute("identifier")));
        }

        assertThat(identifiers).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z_][A-Za-z0-9._-]*"));
    }

    @Test
    void every_file_named_is_there_and_every_file_is_named() {
        List<String> named = elements(CP, "file").stream()
                .map(file -> file.getAttribute("href"))
                .toList();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(cartridge.keySet()).containsExactlyInAnyOrderElementsOf(with(named, "imsmanifest.xml"));
        elements(CP, "resource").stream()
                .filter(resource -> resource.getAttribute("type").equals("webcontent"))
                .forEach(page -> assertThat(cartridge).containsKey(page.getAttribute("href")));
    }

    @Test
    void a_link_to_the_web_is_one_of_the_profile() throws Exception {
        Document link = parsed(cartridge.get("links/link-communication-paper.xml"));

        assertThat(link.getDocumentElement().getNamespaceURI())
                .isEqualTo("http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3");
        assertThat(children(link.getDocumentElement())).containsExactly("title", "url");
        assertThat(link.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A <paper>");
        assertThat(((Element) link.getElementsByTagName("url").item(0)).getAttribute("href"))
                .isEqualTo("https://example.org/?a=1&b=2");
    }

    @Test
    void nothing_of_the_facilitators_is_in_it_and_pages_lead_to_worksheets() {
        assertThat(cartridge.values())
                .noneMatch(file ->
                        file.contains("quokka") || file.contains("wombat") || file.contains("example.org/answers"));
        assertThat(cartridge.get("web/module-communication.html")).contains("marmot");
        assertThat(cartridge.get("web/module-expectations.html")).contains("href=\"worksheet-before-we-meet.html\"");
        assertThat(cartridge).containsKey("web/worksheet-before-we-meet.html");
    }

    private static List<String> with(List<String> list, String one) {
        List<String> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private String text(String namespace, String name) {
        return elements(namespace, name).get(0).getTextContent().strip();
    }

    private List<Element> elements(String namespace, String name) {
        return list(manifest.getElementsByTagNameNS(namespace, name));
    }

    private static List<String> children(Element element) {
        return list(element.getChildNodes()).stream().map(Element::getLocalName).toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            if (nodes.item(at) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
