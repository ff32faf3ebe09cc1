package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** Reminders from before an agreement ended with whoever gave it up, and before only the two could ask to be reminded. */
class OldAgreementsTest {

    @Test
    void those_of_agreements_given_up_and_of_strangers_are_gone_and_the_others_stay() throws Exception {
        try (OldDatabase database = OldDatabase.of(
                "90",
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
                  select tenant, 'spy', kept, gen_random_uuid(), 'spy@people.example' from two""")) {

            database.migrateTo("92");

            assertThat(database.column("select person from agreement_reminder join two on agreement = kept union all"
                            + " select person from agreement_reminder join two on agreement = two.gone"))
                    .containsExactly("ann");
        }
    }
}
