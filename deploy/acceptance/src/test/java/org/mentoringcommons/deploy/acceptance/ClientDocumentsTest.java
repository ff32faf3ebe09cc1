package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services' documents are such that clients generated from them need no hand edits; PortalCompilesTest compiles them. */
class ClientDocumentsTest {

    private static final String SERVICES = "%s/openapi.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(
            strings = {"curriculum-service", "survey-service", "analytics-service", "identity-config/provisioning"})
    void every_operation_has_a_name_of_its_own_and_says_what_it_answers(String service) throws IOException {
        JsonNode document = document(service);
        List<String> names = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        operations(document, (path, operation) -> {
            names.add(operation.path("operationId").asText());
            operation.path("responses").fields().forEachRemaining(response -> {
                String where = path + " " + response.getKey();
                if (response.getKey().matches("[45]..") && !isPage(operation)) {
                    if (!response.getValue()
                            .at("/content/application~1problem+json/schema/$ref")
                            .asText()
                            .endsWith("/HttpProblem")) {
                        missing.add(where + ": no problem document");
                    }
                }
                response.getValue().path("content").fields().forEachRemaining(form -> {
                    JsonNode schema = form.getValue().path("schema");
                    if (schema.isMissingNode() || schema.isEmpty()) {
                        missing.add(where + " " + form.getKey() + ": no type");
                    }
                    boolean bytes = form.getKey().matches("application/(zip|pdf|x-spss-sav|vnd\\.apache\\.parquet)");
                    if (bytes && !schema.path("format").asText().equals("binary")) {
                        missing.add(where + " " + form.getKey() + ": not said to be bytes");
                    }
                });
            });
        });

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"curriculum-service", "survey-service", "analytics-service", "identity-config/provisioning"})
    void every_thing_has_a_name_of_its_own_and_what_is_always_there_is_said_to_be(String service) throws IOException {
        JsonNode schemas = document(service).at("/components/schemas");

        List<String> numbered = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(name -> {
            if (name.matches(".*\\d")) {
                numbered.add(name);
            }
        });
        assertThat(numbered).as("named by the generator, after another").isEmpty();
        assertThat(schemas.at("/HttpProblem/properties/violations/items/required")
                        .toString())
                .isEqualTo("[\"field\",\"message\"]");
        assertThat(schemas.at("/HttpProblem/required").toString()).contains("\"type\"", "\"title\"", "\"status\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curriculum-service WorkshopView enrolled",
                "survey-service WaveView responded",
                "survey-service WaveView id",
                "identity-config/provisioning PortalView settled"
            })
    void numbers_truth_values_and_ids_of_answers_are_never_missing(String which) throws IOException {
        String[] parts = which.split(" ");

        assertThat(document(parts[0])
                        .at("/components/schemas/" + parts[1] + "/required")
                        .toString())
                .contains("\"" + parts[2] + "\"");
    }

    private static boolean isPage(JsonNode operation) {
        return operation.path("responses").toString().contains("text/html");
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (method.getValue().has("responses")) {
                        each.accept(method.getKey() + " " + path.getKey(), method.getValue());
                    }
                }));
    }

    private static JsonNode document(String service) throws IOException {
        return YAML.readTree(Path.of("../..", SERVICES.formatted(service)).toFile());
    }
}
