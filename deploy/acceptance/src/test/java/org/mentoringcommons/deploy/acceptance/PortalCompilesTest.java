package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page is written with the clients as they are generated: in strict mode, and without an edit of them. */
class PortalCompilesTest {

    @Test
    void the_generated_clients_and_the_page_compile_in_strict_mode() {
        TypeScript.assumeCompilable();

        assertThat(TypeScript.compile()).as("what the compiler says").isEmpty();
    }
}
