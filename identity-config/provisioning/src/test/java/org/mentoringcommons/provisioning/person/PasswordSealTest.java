package org.mentoringcommons.provisioning.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class PasswordSealTest {

    private static final String PASSWORD = "grüne-Boote-42";

    private final PasswordSeal seal = new PasswordSeal("client secret");

    PasswordSealTest() throws GeneralSecurityException {}

    @Test
    void a_sealed_password_opens_for_its_user_name() {
        String sealed = seal.seal("kofi", PASSWORD);

        assertThat(sealed).doesNotContain(PASSWORD);
        assertThat(seal.open("kofi", sealed)).contains(PASSWORD);
    }

    @Test
    void it_opens_neither_for_another_user_name_nor_with_another_secret() throws GeneralSecurityException {
        String sealed = seal.seal("kofi", PASSWORD);

        assertThat(seal.open("dana", sealed)).isEmpty();
        assertThat(new PasswordSeal("another secret").open("kofi", sealed)).isEmpty();
    }

    @Test
    void the_same_password_is_sealed_differently_each_time() {
        assertThat(seal.seal("kofi", PASSWORD)).isNotEqualTo(seal.seal("kofi", PASSWORD));
    }
}
