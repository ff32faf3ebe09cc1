package org.mentoringcommons.survey.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Codes given when every evaluator of a protocol could code, and when what was told had two versions an answer. */
class OldCodingsTest {

    private static final String CODED =
            """
            insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,
                                  answers, texts, revision)
              select t, '30000000-0000-4000-8000-000000000001', gen_random_uuid(), 'p', 'r', true, '1', 'en', '{}',
                     '{"planned_changes": "More"}', 3
              from unnest(array['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']) t;
            insert into codebook values ('changes', '1', 'planned_changes', '[]');
            insert into text_coding
              select tenant, id, 'planned_changes', coder, 'changes', '1', array[coder || left(tenant, 1)]
              from response cross join unnest(array['ann', 'bob']) coder;
            insert into text_consensus select tenant, id, 'planned_changes', 'changes', '1', '{Both}' from response""";

    @Test
    void they_stay_what_they_were_and_are_told_on_from_where_they_were() throws Exception {
        try (OldDatabase database = OldDatabase.of("53", CODED)) {
            database.migrateTo("60");

            for (String tenant : new String[] {"1", "2"}) {
                assertThat(database.row("select string_agg(j.owner || '=' || j.codes[1], ',' order by j.owner),"
                                + " max(t.version), max(c.codes[1]), count(c.note)"
                                + " from judgement j join told_coding t using (tenant, response, item)"
                                + " join text_consensus c using (tenant, response, item) where tenant like '" + tenant
                                + "%'"))
                        .isEqualTo("ann=ann" + tenant + ",bob=bob" + tenant + "|5|Both|0");
            }
            assertThat(database.row("select count(*), min(changes), count(basis) from codebook"))
                    .isEqualTo("1|[]|0");
        }
    }
}
