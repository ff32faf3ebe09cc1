package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.study.Noise;

/** Writes every document of a release. The same release gives the same bytes, on every instance and years later. */
@ApplicationScoped
class Documents {

    static final String JSON = "json";
    static final String CSV = "csv";
    static final String PAGE = "page";
    static final String CODEBOOK = "codebook";
    static final String METADATA = "metadata";
    static final String FIGURES = "figures";

    /** How the rules are called by which a release was worked out. */
    static final String METHOD = "publication cube";

    /** Our own, so that no setting of the service changes a byte. */
    private static final ObjectMapper WRITER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final ReleaseSettings settings;

    Documents(ReleaseSettings settings) {
        this.settings = settings;
    }

    /** The forms of the tables that readers choose from. */
    static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(ReleaseResource.CSV), MediaType.TEXT_HTML_TYPE)
            .build();

    /** {@return the form of the tables that a reader wants} */
    static String form(Request request) {
        Variant chosen = request.selectVariant(FORMS);
        return switch (chosen == null ? JSON : chosen.getMediaType().getSubtype()) {
            case "csv" -> CSV;
            case "html" -> PAGE;
            default -> JSON;
        };
    }

    static String svg(String figure) {
        return "svg/" + figure;
    }

    static String vega(String figure) {
        return "vega-lite/" + figure;
    }

    /** {@return all of them by name; the metadata last, as they name the hashes of the others} */
    Map<String, Rendered> of(Imprint imprint, List<Entry> entries) {
        Map<String, Rendered> documents = tables(imprint, entries);
        documents.put(METADATA, json(Citation.TYPE, new Citation(imprint, settings).of(documents)));
        return documents;
    }

    /** {@return those that are all numbers: they can be made again from its sealed counts, however pages come to look} */
    static Map<String, Rendered> numbers(Imprint imprint, List<Entry> entries) {
        Map<String, Rendered> documents = new LinkedHashMap<>();
        documents.put(JSON, json("application/json", content(imprint, entries)));
        documents.put(CSV, Rendered.text(ReleaseResource.CSV, ReleaseCsv.of(imprint, Line.of(imprint, entries))));
        return documents;
    }

    /** {@return those that depend on nothing but the release itself} */
    static Map<String, Rendered> tables(Imprint imprint, List<Entry> entries) {
        Map<String, Rendered> documents = numbers(imprint, entries);
        List<Line> lines = Line.of(imprint, entries);
        List<Figure> figures = Forests.of(entries);
        documents.put(PAGE, Rendered.text(ReleaseResource.PAGE, ReleasePage.of(imprint, entries, figures)));
        documents.put(CODEBOOK, Rendered.text(ReleaseResource.CSV, ReleaseCodebook.of(lines, imprint.noise())));
        documents.put(
                FIGURES,
                json("application/json", figures.stream().map(Documents::named).toList()));
        for (Figure figure : figures) {
            documents.put(svg(figure.name()), Rendered.text(ReleaseResource.SVG, figure.svg()));
            documents.put(vega(figure.name()), json(ReleaseResource.VEGA_LITE, figure.vegaLite()));
        }
        return documents;
    }

    private static Map<String, Object> named(Figure figure) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", figure.name());
        named.put("title", figure.title());
        named.put("description", figure.description());
        return named;
    }

    private static Map<String, Object> content(Imprint imprint, List<Entry> entries) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("release", imprint.number());
        content.put("study", imprint.study().key());
        content.put("studyVersion", imprint.study().version());
        content.put("edition", imprint.edition());
        content.put("title", imprint.study().title());
        content.put("purpose", imprint.purpose());
        content.put("frozenAt", imprint.frozenAt());
        content.put("population", imprint.study().definition().population());
        content.put("inclusion", imprint.study().definition().inclusion());
        content.put("thresholds", imprint.study().definition().thresholds().byName());
        content.put("method", imprint.methodName());
        content.put("methodVersion", imprint.methodVersion());
        imprint.noise().ifPresent(noise -> content.put("noise", noise(noise)));
        content.put("cubeHash", imprint.cubeHash());
        content.put(
                "cells",
                Entry.groups(entries).stream()
                        .map(entry -> cell(imprint, entry))
                        .toList());
        if (!imprint.method().names()) {
            return content; // made again as it was made then
        }
        content.put(
                "sites",
                Entry.bySite(entries).values().stream()
                        .flatMap(List::stream)
                        .map(entry -> site(imprint, entry))
                        .toList());
        content.put("derived", Derived.of(entries).stream().map(Derived::json).toList());
        content.put("caveats", Map.of(AcrossSites.SECTION, AcrossSites.CAVEAT, Curricula.SECTION, Curricula.CAVEAT));
        return content;
    }

    private static Map<String, Object> noise(Noise noise) {
        Map<String, Object> declared = new LinkedHashMap<>();
        declared.put("mechanism", noise.mechanism());
        declared.put("bound", noise.bound());
        declared.put("epsilon", noise.epsilon());
        declared.put("budget", noise.budget());
        declared.put("law", noise.law());
        return declared;
    }

    private static Map<String, Object> cell(Imprint imprint, Entry entry) {
        Map<String, Object> cell = new LinkedHashMap<>();
        Map<String, String> categories = new TreeMap<>();
        entry.cell().forEach((Dimension dimension, String category) -> categories.put(dimension.word(), category));
        cell.put("cell", categories);
        cell.put("section", Line.section(entry.measure()));
        figures(imprint, entry, cell);
        return cell;
    }

    private static Map<String, Object> site(Imprint imprint, Entry entry) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("site", entry.site());
        site.put("section", Derived.EACH_SITE);
        figures(imprint, entry, site);
        return site;
    }

    private static void figures(Imprint imprint, Entry entry, Map<String, Object> object) {
        object.put("measure", entry.name());
        object.put("origin", imprint.release(entry.edition()));
        object.put("figures", entry.figures().stream().map(Documents::figure).toList());
    }

    private static Map<String, Object> figure(Entry.Shown shown) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("measure", shown.measure());
        figure.put("value", shown.text());
        figure.put("status", shown.text() == null ? "suppressed" : "shown");
        return figure;
    }

    private static Rendered json(String type, Object content) {
        try {
            return new Rendered(type, WRITER.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
