package org.mentoringcommons.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path SERVED = Path.of("target/openapi.yaml");

    @Test
    void the_committed_document_is_what_the_service_serves() throws IOException {
        String served = given().accept("application/yaml").get("/q/openapi").asString();
        Files.writeString(SERVED, served);

        assertThat(served)
                .as("if the change is meant: cp analytics-service/%s analytics-service/%s", SERVED, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
