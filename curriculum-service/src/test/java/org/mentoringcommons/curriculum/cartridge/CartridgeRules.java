package org.mentoringcommons.curriculum.cartridge;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a Common Cartridge 1.3 has to be: the structure by {@code cartridge/*.xsd}, and what a schema cannot say, by the
 * profile's own further rules on items, resources and files.
 */
public final class CartridgeRules {

    private static final String CP = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";

    private static final Pattern LEADS = Pattern.compile("(?:href|src)\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern ELSEWHERE = Pattern.compile("https?://|mailto:|#");

    private CartridgeRules() {}

    /** Everything that is wrong with the files of a cartridge. */
    public static List<String> faults(Map<String, String> files) throws IOException {
        List<String> faults = new ArrayList<>();
        String text = files.get("imsmanifest.xml");
        if (text == null) {
            return List.of("imsmanifest.xml is missing");
        }
        try {
            Document manifest = parsed(text);
            check(manifest, "manifest.xsd", "imsmanifest.xml", faults);
            Set<String> named = new HashSet<>();
            for (Element resource : elements(manifest, "resource")) {
                resource(resource, files, named, faults);
            }
            for (Element item : elements(manifest, "item")) {
                boolean folder = children(item).stream()
                        .anyMatch(child -> child.getLocalName().equals("item"));
                if (folder && item.hasAttribute("identifierref")) {
                    faults.add("item " + item.getAttribute("identifier") + " is a folder and leads somewhere");
                }
            }
            files.forEach((file, page) -> pageLeads(file, page, files.keySet(), faults));
            files.keySet().stream()
                    .filter(file -> !file.equals("imsmanifest.xml") && !named.contains(file))
                    .forEach(file -> faults.add(file + " is named by no resource"));
        } catch (SAXException malformed) {
            faults.add("imsmanifest.xml: " + malformed.getMessage());
        }
        return faults;
    }

    /** A platform shows pages where it likes: what they load or lead to is in the cartridge, or on the web. */
    private static void pageLeads(String file, String page, Set<String> files, List<String> faults) {
        if (file.endsWith(".html")) {
            LEADS.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(to -> !ELSEWHERE.matcher(to).lookingAt()
                            && !files.contains(URI.create(file).resolve(to).getPath()))
                    .forEach(to -> faults.add(file + " leads to " + to + ", which is not there"));
        }
    }

    private static void resource(Element resource, Map<String, String> files, Set<String> named, List<String> faults)
            throws IOException, SAXException {
        String id = resource.getAttribute("identifier");
        List<String> own = children(resource).stream()
                .filter(child -> child.getLocalName().equals("file"))
                .map(file -> file.getAttribute("href"))
                .toList();
        named.addAll(own);
        own.stream().filter(file -> !files.containsKey(file)).forEach(file -> faults.add(file + " is missing"));
        if (resource.getAttribute("type").equals("webcontent")) {
            if (!own.contains(resource.getAttribute("href"))) {
                faults.add("resource " + id + " begins with a file that is none of its own");
            }
        } else {
            if (own.size() != 1 || resource.hasAttribute("href")) {
                faults.add("resource " + id + " is a link: one file, and no href");
            }
            for (String file : own) {
                if (files.containsKey(file)) {
                    check(parsed(files.get(file)), "weblink.xsd", file, faults);
                }
            }
        }
    }

    private static void check(Document document, String schema, String file, List<String> faults)
            throws IOException, SAXException {
        URL source = CartridgeRules.class.getResource("/cartridge/" + schema);
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(source)
                .newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException fault) {
                error(fault);
            }

            @Override
            public void error(SAXParseException fault) {
                faults.add(file + ": " + fault.getMessage());
            }

            @Override
            public void fatalError(SAXParseException fault) {
                error(fault);
            }
        });
        validator.validate(new DOMSource(document));
    }

    static Document parsed(String xml) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagNameNS(CP, name));
    }

    private static List<Element> children(Element element) {
        return list(element.getChildNodes());
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
}
