package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Outgoing;
import org.mentoringcommons.tenancy.Tenant;

@QuarkusTest
class TellingTest extends Releasing {

    @Inject
    Telling telling;

    @Test
    void a_frozen_release_is_told_once_by_however_many_instances_of_nobodys_institution() throws SQLException {
        Tenant site = studied("told-release");
        int number = frozen("told-release", 1, site);

        Stream.generate(() -> CompletableFuture.runAsync(telling::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(Outgoing.told("releases", Integer.toString(number)))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.tenant()).isNull();
                    assertThat(Outgoing.schema("releases").validate(fact.data()))
                            .isEmpty();
                    assertThat(fact.data().get("study").asText()).isEqualTo("told-release");
                    assertThat(fact.data().get("institutions")).hasSize(1);
                    assertThat(fact.data().at("/institutions/0").asText()).isEqualTo(site.id());
                    assertThat(Instant.parse(fact.data().get("frozenAt").asText()))
                            .isBefore(Instant.now());
                });
    }
}
