package org.mentoringcommons.analytics.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of Vega-Lite specifications. */
final class Vega {

    private Vega() {}

    /** An object from names and values in turn; nulls are left out. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    /** A specification of one view. */
    static Map<String, Object> view(Figure figure, List<Map<String, Object>> data, Object mark, Object encoding) {
        Map<String, Object> view = top(figure, data);
        view.put("mark", mark);
        view.put("encoding", encoding);
        return view;
    }

    /** A specification of layers over the same data. */
    static Map<String, Object> layers(
            Figure figure, List<Map<String, Object>> data, Object encoding, Object... layers) {
        Map<String, Object> view = top(figure, data);
        view.put("encoding", encoding);
        view.put("layer", List.of(layers));
        return view;
    }

    private static Map<String, Object> top(Figure figure, List<Map<String, Object>> data) {
        return object(
                "$schema",
                "https://vega.github.io/schema/vega-lite/v5.json",
                "name",
                figure.name(),
                "title",
                figure.title(),
                "description",
                figure.description(),
                "width",
                560,
                "data",
                object("values", data));
    }

    static Map<String, Object> layer(Object mark, Object encoding) {
        return object("mark", mark, "encoding", encoding);
    }

    /** In the order of the data. */
    static Map<String, Object> ordered(String field, String title, List<String> order) {
        return object("field", field, "type", "nominal", "title", title, "sort", order);
    }

    static Map<String, Object> quantity(String field, String title) {
        return object("field", field, "type", "quantitative", "title", title);
    }

    static Map<String, Object> quantity(String field, String title, double low, double high) {
        return object(
                "field", field, "type", "quantitative", "title", title, "scale", object("domain", List.of(low, high)));
    }

    static Map<String, Object> field(String field) {
        return object("field", field);
    }
}
