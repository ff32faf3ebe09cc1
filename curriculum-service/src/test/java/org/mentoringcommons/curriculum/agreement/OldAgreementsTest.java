package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Reminders from before an agreement ended with whoever gave it up, and before only the two could ask to be reminded. */
class OldAgreementsTest {

    private static final Map<String, String> ROLES =
            Map.of("app", "postgres", "owner", "postgres", "relay", "postgres");

    @Test
    void those_of_agreements_given_up_and_of_strangers_are_gone_and_the_others_stay() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "90");
            try (Connection owner = postgres.getPostgresDatabase().getConnection()) {
                owner.createStatement()
                        .execute(
                                """
                        create temporary table two as select
                          '11111111-1111-4111-8111-111111111111' as tenant, gen_random_uuid() as kept, gen_random_uuid() as gone;
                        insert into agreement (tenant, owner, id, partner, definition)
                          select tenant, 'ann', unnest(array[kept, two.gone]), 'bob', '{}' from two;
                        insert into agreement_mark (tenant, owner, agreement, mark)
                          select tenant, 'bob', two.gone, 'left' from two;
                        insert into agreement_reminder (tenant, person, agreement, id, address)
                          select tenant, 'ann', unnest(array[kept, two.gone]), gen_random_uuid(), 'ann@people.example' from two;
                        insert into agreement_reminder (tenant, person, agreement, id, address)
                          select tenant, 'spy', kept, gen_random_uuid(), 'spy@people.example' from two""");

                migrate(postgres, "92");

                List<String> reminded = new ArrayList<>();
                try (ResultSet row = owner.createStatement()
                        .executeQuery("select person from agreement_reminder join two on agreement = kept union all"
                                + " select person from agreement_reminder join two on agreement = two.gone")) {
                    while (row.next()) {
                        reminded.add(row.getString(1));
                    }
                }
                assertThat(reminded).containsExactly("ann");
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
