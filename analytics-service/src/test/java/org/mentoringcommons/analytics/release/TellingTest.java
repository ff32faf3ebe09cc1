package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

        fourInstancesTell();

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

    @Test
    void that_a_release_is_withdrawn_is_told_once_after_that_it_is_frozen() throws SQLException {
        Tenant site = studied("told-withdrawal");
        int number = frozen("told-withdrawal", 1, site);
        int later = frozen("told-withdrawal", 2, site);
        drafter()
                .body(Map.of("reason", "counted twice", "replacedBy", later))
                .post(RELEASES + "/" + number + "/erratum")
                .then()
                .statusCode(201);

        fourInstancesTell();

        List<Outgoing.Told> told = Outgoing.told("releases", Integer.toString(number));
        assertThat(told).extracting(fact -> fact.data().has("withdrawn")).containsExactly(false, true);
        assertThat(told).allSatisfy(fact -> {
            assertThat(fact.tenant()).isNull();
            assertThat(Outgoing.schema("releases").validate(fact.data())).isEmpty();
            assertThat(fact.data().at("/institutions/0").asText()).isEqualTo(site.id());
        });
        assertThat(told.get(1).data().at("/withdrawn/replacedBy").asInt()).isEqualTo(later);
        assertThat(told.get(1).data().toString()).doesNotContain("counted twice");
        assertThat(rows("select version from outbox where topic = 'releases' and key = '" + number + "' order by id"))
                .containsExactly("1", "2");
        assertThat(Outgoing.told("releases", Integer.toString(later))).hasSize(1);
    }

    private void fourInstancesTell() {
        Stream.generate(() -> CompletableFuture.runAsync(telling::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
    }
}
