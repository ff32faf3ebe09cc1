package org.mentoringcommons.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void the_committed_document_is_what_the_code_says() {
        assertThat(Path.of("openapi.yaml"))
                .as("after a change on purpose: cp target/openapi/openapi.yaml openapi.yaml")
                .hasSameTextualContentAs(Path.of("target/openapi/openapi.yaml"));
    }
}
