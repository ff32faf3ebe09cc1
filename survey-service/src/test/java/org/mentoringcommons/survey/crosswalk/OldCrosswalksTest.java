package org.mentoringcommons.survey.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Crosswalks declared before others were told of them. */
class OldCrosswalksTest {

    private static final String CROSSWALK =
            """
            insert into instrument select 'mentee-competency', v, 'T', null, null, null, '{}'
              from unnest(array['1', '2']) as v;
            insert into crosswalk values ('mentee-competency', '1', 'mentee-competency', '2', 'somebody',
              '[{"from": "communication_1", "to": "communication_1"},
                {"from": "communication_2", "to": "diversity_3"}]')""";

    @Test
    void they_are_told_as_a_new_one_would_be() throws Exception {
        try (OldDatabase database = OldDatabase.of("40", CROSSWALK)) {
            database.migrateTo("46");

            assertThat(database.row("select topic, key, type, version, tenant is null from outbox"))
                    .isEqualTo("item-crosswalks|mentee-competency/1/mentee-competency/2"
                            + "|org.mentoringcommons.item-crosswalk.v1|1|t");
            ObjectMapper json = new ObjectMapper();
            assertThat(json.readTree(database.row("select data from outbox")))
                    .isEqualTo(json.readTree(Files.readString(Path.of("events/item-crosswalks.example.json"))));
        }
    }
}
