package org.mentoringcommons.analytics.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure's specification fits the JSON schema that Vega-Lite 5 publishes. */
class VegaLiteTest {

    private static final String SCHEMA = "/META-INF/resources/webjars/vega-lite/5.23.0/vega-lite-schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The schema's definitions refer to each other so much that all ways through them do not fit in any memory. */
    private static final SchemaValidatorsConfig ON_DEMAND = SchemaValidatorsConfig.builder()
            .cacheRefs(false)
            .preloadJsonSchema(false)
            .build();

    private static final JsonSchema VEGA_LITE = read();

    @ParameterizedTest
    @MethodSource("org.mentoringcommons.analytics.figure.FigureTest#figures")
    void a_specification_fits_the_schema(Figure figure) {
        assertThat(VEGA_LITE.validate(JSON.valueToTree(figure.vegaLite()))).isEmpty();
    }

    @Test
    void a_wrong_one_does_not() {
        Map<String, Object> wrong = Map.of("data", Map.of("values", new int[0]), "mark", "cloud");

        assertThat(VEGA_LITE.validate(JSON.valueToTree(wrong))).isNotEmpty();
    }

    private static JsonSchema read() {
        try (InputStream schema = VegaLiteTest.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema, ON_DEMAND);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
