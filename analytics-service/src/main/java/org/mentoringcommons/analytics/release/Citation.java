package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a release is cited: JSON-LD in the words of schema.org, with the properties that DataCite asks for. */
record Citation(Imprint imprint, ReleaseSettings settings) {

    static final String TYPE = "application/ld+json";

    Map<String, Object> of(Map<String, Rendered> documents) {
        String address = address(ReleaseResource.PATH + "/" + imprint.number());
        String year = imprint.day().substring(0, 4);
        String creator = "Study team of " + imprint.study().key();
        String name = imprint.study().title() + ": " + imprint.name();
        String hash = Sha256.hex(documents.get(Documents.JSON).body());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("@context", "https://schema.org");
        about.put("@type", "Dataset");
        about.put("@id", address);
        about.put("identifier", property("release", Integer.toString(imprint.number())));
        about.put("name", name);
        about.put("description", imprint.purpose());
        about.put("creator", List.of(organization(creator)));
        about.put("publisher", organization(settings.publisher()));
        about.put("datePublished", imprint.day());
        about.put("publicationYear", Integer.valueOf(year));
        about.put("types", Map.of("resourceTypeGeneral", "Dataset"));
        about.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        about.put("version", Integer.toString(imprint.edition()));
        about.put("inLanguage", "en");
        about.put("isBasedOn", "urn:sha256:" + imprint.cubeHash());
        about.put(
                "measurementTechnique",
                imprint.methodName() + " " + imprint.methodVersion() + " on study "
                        + imprint.study().key() + ", version " + imprint.study().version());
        imprint.noise().ifPresent(noise -> about.put("variableMeasured", "Counts with noise. " + noise.law()));
        if (imprint.edition() > 1) {
            about.put(
                    "relatedIdentifiers",
                    List.of(related(address(
                            ReleaseResource.PATH + "/" + imprint.numbers().get(imprint.edition() - 2)))));
        }
        about.put("sha256", hash);
        about.put("distribution", distribution(documents, address));
        about.put(
                "creditText",
                creator + " (" + year + "). " + name + ". " + settings.publisher() + ". " + address + " (SHA-256 "
                        + hash + ")");
        return about;
    }

    private static List<Map<String, Object>> distribution(Map<String, Rendered> documents, String address) {
        List<Map<String, Object>> forms = new ArrayList<>();
        documents.forEach((name, document) -> {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("@type", "DataDownload");
            form.put("name", name);
            form.put("encodingFormat", document.type());
            form.put("contentUrl", address + path(name));
            form.put("contentSize", Integer.toString(document.body().length));
            form.put("sha256", Sha256.hex(document.body()));
            forms.add(form);
        });
        return forms;
    }

    private static String path(String name) {
        return switch (name) {
            case Documents.JSON, Documents.CSV, Documents.PAGE -> "";
            case Documents.CODEBOOK, Documents.FIGURES -> "/" + name;
            default -> "/figures/" + name.substring(name.indexOf('/') + 1);
        };
    }

    private String address(String path) {
        return settings.address().map(base -> base.resolve(path).toString()).orElse(path);
    }

    private static Map<String, Object> organization(String name) {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("@type", "Organization");
        organization.put("name", name);
        return organization;
    }

    private static Map<String, Object> property(String name, String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("@type", "PropertyValue");
        property.put("propertyID", name);
        property.put("value", value);
        return property;
    }

    private static Map<String, Object> related(String address) {
        Map<String, Object> related = new LinkedHashMap<>();
        related.put("relatedIdentifier", address);
        related.put("relatedIdentifierType", "URL");
        related.put("relationType", "IsNewVersionOf");
        return related;
    }
}
