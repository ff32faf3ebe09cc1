package org.mentoringcommons.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        String served = given().get("/q/openapi?format=yaml").asString();

        String committed = Files.readString(Path.of("openapi.yaml"));

        assertThat(YAML.readTree(committed))
                .as("copy target/openapi/openapi.yaml here after a wanted change")
                .isEqualTo(YAML.readTree(served));
    }
}
