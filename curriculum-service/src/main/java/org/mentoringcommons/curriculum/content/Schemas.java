package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The schemas that files of a package have to fit, and where in a file they do not. */
enum Schemas {
    MANIFEST("manifest.schema.json", InputFormat.JSON),
    PART("part.schema.json", InputFormat.YAML),
    WORKSHEET("worksheet.schema.json", InputFormat.JSON);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonNodeReader READER = JsonNodeReader.builder()
            .jsonMapper(JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build())
            .yamlMapper(YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .locationAware()
            .build();

    private final JsonSchema schema;
    private final InputFormat format;

    Schemas(String resource, InputFormat format) {
        this.format = format;
        try (InputStream file = Schemas.class.getResourceAsStream(resource)) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the text says, unless it does not fit, which is added to the faults of the file. */
    Optional<JsonNode> read(String file, String text, Faults faults) {
        JsonNode node;
        try {
            node = READER.readTree(text, format);
        } catch (IOException | IllegalArgumentException malformed) {
            tell(file, malformed, faults);
            return Optional.empty();
        }
        if (node == null || !node.isObject()) {
            faults.add(file, 1, "must be an object");
            return Optional.empty();
        }
        Set<ValidationMessage> wrong =
                schema.validate(node, context -> context.getExecutionConfig().setLocale(Locale.ENGLISH));
        wrong.forEach(message -> faults.add(file, line(message, node), message.getMessage()));
        return wrong.isEmpty() ? Optional.of(node) : Optional.empty();
    }

    private void tell(String file, Exception malformed, Faults faults) {
        Throwable cause = malformed instanceof JsonProcessingException ? malformed : malformed.getCause();
        if (!(cause instanceof JsonProcessingException told)) {
            throw new IllegalStateException("a file could not be read", malformed);
        }
        int line = told.getLocation() == null ? 0 : told.getLocation().getLineNr();
        faults.add(file, line, "is not " + format + ": " + firstLine(told.getOriginalMessage()));
    }

    /** The line of something in a file that was read. */
    static int line(JsonNode node) {
        var location = JsonNodes.tokenLocationOf(node);
        return location == null ? 0 : location.getLineNr();
    }

    <T> Function<JsonNode, T> as(Class<T> type) {
        return node -> {
            try {
                return MAPPER.treeToValue(node, type);
            } catch (JsonProcessingException misfit) {
                throw new IllegalStateException(
                        "the schema allows what " + type.getSimpleName() + " cannot take", misfit);
            }
        };
    }

    private static int line(ValidationMessage message, JsonNode root) {
        JsonNode at = message.getInstanceNode();
        return line(at == null ? root : at);
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }
}
