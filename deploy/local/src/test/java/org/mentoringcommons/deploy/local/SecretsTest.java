package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @Test
    void aSecretIsMadeOnceAndFoundByTheNextRun(@TempDir Path data) {
        Secrets first = Secrets.in(data);
        String password = first.password("user.operator");

        assertThat(first.password("user.operator")).isEqualTo(password);
        assertThat(Secrets.in(data).password("user.operator")).isEqualTo(password);
        assertThat(Secrets.in(data).password("user.analyst")).isNotEqualTo(password);
    }

    @Test
    void onlyTheOwnerReadsTheFile(@TempDir Path data) throws IOException {
        Secrets secrets = Secrets.in(data);
        secrets.password("first");
        secrets.keep("second", "made elsewhere");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void bytesAreThirtyTwoInBase64(@TempDir Path data) {
        assertThat(Base64.getDecoder().decode(Secrets.in(data).bytes("survey.link")))
                .hasSize(32);
    }
}
