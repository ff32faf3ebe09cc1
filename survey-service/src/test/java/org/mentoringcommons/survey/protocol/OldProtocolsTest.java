package org.mentoringcommons.survey.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Protocols registered before their consent texts had versions of their own. */
class OldProtocolsTest {

    private static final String HERE = "11111111-1111-4111-8111-111111111111";
    private static final String ELSEWHERE = "22222222-2222-4222-8222-222222222222";

    private static final String PROTOCOLS =
            """
            insert into institution values ('%1$s', 'lakeside', 'Lakeside', 'UTC');
            insert into instrument values ('i', '1', 'T', null, null, null, '{}');
            insert into protocol
              select t, gen_random_uuid(), '7', 'Board', 'Title', '2026-01-01', null, 'EXCLUDE', 'i', '1',
                     '{c}', '{}', '2025-11', 'He said "yes" \\ no', 'Research?'
              from unnest(array['%1$s', '%2$s']) t;
            insert into response
              select '%1$s', gen_random_uuid(), gen_random_uuid(), 'p', 'r', true, '2025-11', '{}', '{}'"""
                    .formatted(HERE, ELSEWHERE);

    @Test
    void they_keep_their_text_as_the_first_version_and_answers_say_its_language() throws Exception {
        try (OldDatabase database = OldDatabase.of("1", PROTOCOLS)) {
            database.migrateTo("10");

            assertThat(database.row(
                            """
                    select c.version, c.number, c.basis, c.change, c.languages[1], c.texts::json -> 0 ->> 'text',
                           c.texts::json -> 0 ->> 'researchQuestion', p.institutions[1]
                    from consent c join protocol p on p.tenant = c.tenant and p.id = c.protocol
                    where c.tenant = '%s'"""
                                    .formatted(HERE)))
                    .isEqualTo("2025-11|1|1|INITIAL|en|He said \"yes\" \\ no|Research?|lakeside");
            assertThat(database.row("select institutions from protocol where tenant = '" + ELSEWHERE + "'"))
                    .isEqualTo("{}");
            assertThat(database.row("select consent_version, consent_language from response"))
                    .isEqualTo("2025-11|en");
        }
    }
}
