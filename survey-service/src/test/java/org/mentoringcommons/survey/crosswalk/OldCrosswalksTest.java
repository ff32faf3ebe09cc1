package org.mentoringcommons.survey.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Crosswalks declared before others were told of them. */
class OldCrosswalksTest {

    private static final Map<String, String> ROLES =
            Map.of("app", "postgres", "owner", "postgres", "relay", "postgres");

    @Test
    void they_are_told_as_a_new_one_would_be() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "40");
            try (Connection owner = postgres.getPostgresDatabase().getConnection()) {
                owner.createStatement()
                        .execute(
                                """
                        insert into instrument select 'mentee-competency', v, 'T', null, null, null, '{}'
                          from unnest(array['1', '2']) as v;
                        insert into crosswalk values ('mentee-competency', '1', 'mentee-competency', '2', 'somebody',
                          '[{"from": "communication_1", "to": "communication_1"},
                            {"from": "communication_2", "to": "diversity_3"}]')""");

                migrate(postgres, "46");

                try (ResultSet told = owner.createStatement().executeQuery("select * from outbox")) {
                    assertThat(told.next()).isTrue();
                    assertThat(told.getString("topic")).isEqualTo("item-crosswalks");
                    assertThat(told.getString("key")).isEqualTo("mentee-competency/1/mentee-competency/2");
                    assertThat(told.getString("type")).isEqualTo("org.mentoringcommons.item-crosswalk.v1");
                    assertThat(told.getLong("version")).isEqualTo(1);
                    assertThat(told.getString("tenant")).isNull();
                    ObjectMapper json = new ObjectMapper();
                    assertThat(json.readTree(told.getString("data")))
                            .isEqualTo(json.readTree(Files.readString(Path.of("events/item-crosswalks.example.json"))));
                    assertThat(told.next()).isFalse();
                }
            }
        }
    }

    private static void migrate(EmbeddedPostgres postgres, String target) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/tenancy", "db/exchange", "db/audit", "db/migration")
                .placeholders(ROLES)
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
