package org.mentoringcommons.deploy.local;

import java.util.Map;

/** How dear Keycloak makes guessing a password, which each sign-in pays for too. */
public enum PasswordHashing {
    /** Keycloak's own choice. */
    FULL(Map.of()),
    /** For tests, whose passwords nobody guesses: they sign in hundreds of times, on a JVM that hashes slowly. */
    CHEAP(Map.of("KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1", "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "64"));

    private final Map<String, String> environment;

    PasswordHashing(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }
}
