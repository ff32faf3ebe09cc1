package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;
import java.util.TreeSet;

/** Whether a release is as the document of the API says, field by field, so that generated clients lose nothing of it. */
final class ReleaseShape {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private ReleaseShape() {}

    static void requireDocumented(String json) {
        try {
            JsonNode written = STRICT.readTree(json);
            ReleaseDocument read = STRICT.treeToValue(written, ReleaseDocument.class);
            assertThat(read.cells()).isNotEmpty();
            assertThat(values(STRICT.valueToTree(read))).isEqualTo(values(written));
        } catch (JsonProcessingException different) {
            throw new AssertionError("the document does not say what is written", different);
        }
    }

    /** All that is said, with where it is said; what is null says nothing. */
    private static Set<String> values(JsonNode json) {
        Set<String> values = new TreeSet<>();
        collect("", json, values);
        return values;
    }

    private static void collect(String place, JsonNode json, Set<String> values) {
        if (json.isValueNode()) {
            if (!json.isNull()) {
                values.add(place + "=" + json.asText());
            }
            return;
        }
        json.properties().forEach(field -> collect(place + "/" + field.getKey(), field.getValue(), values));
        for (int index = 0; json.isArray() && index < json.size(); index++) {
            collect(place + "/" + index, json.get(index), values);
        }
    }
}
