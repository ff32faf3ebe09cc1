package org.mentoringcommons.provisioning.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://Portal.Example:443/signed-in, https://portal.example",
        "HTTPS://portal.example/, https://portal.example",
        "https://portal.example:8443/signed-in?from=mail, https://portal.example:8443",
        "http://localhost:80/, http://localhost",
        "http://localhost:3000/in, http://localhost:3000",
        "http://[::1]:3000/in, http://[::1]:3000",
        "https://portal.example:80/, https://portal.example:80"
    })
    void is_what_browsers_say_of_a_page_at_the_address(String address, String origin) {
        assertThat(Origin.of(address)).isEqualTo(origin);
    }
}
