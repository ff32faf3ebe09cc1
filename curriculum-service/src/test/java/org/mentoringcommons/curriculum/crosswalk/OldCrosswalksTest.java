package org.mentoringcommons.curriculum.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** Crosswalks said before others were told of them. */
class OldCrosswalksTest {

    @Test
    void every_number_is_told_as_a_new_one_would_be() throws Exception {
        try (OldDatabase database = OldDatabase.of(
                "51",
                """
                insert into crosswalk select 'yearly', n, '2026-03-02T15:00:00Z',
                  '{"title": "T", "changes": "C",
                    "competencies": [{"key": "communication", "title": "Effective communication"},
                                     {"key": "ethics", "title": "Ethical behaviour"}],
                    "curricula": [{"curriculum": "mentoring-up", "version": "2.1.0"}],
                    "modules": [{"curriculum": "mentoring-up", "module": "communication",
                                 "competency": "communication"}],
                    "scales": [{"instrument": "yearly-survey", "scale": "communication",
                                "competency": "communication"},
                               {"instrument": "yearly-survey", "scale": "satisfaction", "competency": null}]}'
                  from unnest(array[2, 3]) as n""")) {

            database.migrateTo("52");

            try (ResultSet told = database.query("select * from outbox order by id")) {
                assertThat(told.next()).isTrue();
                assertThat(told.getString("key")).isEqualTo("yearly/2");
                assertThat(told.next()).isTrue();
                assertThat(told.getString("topic")).isEqualTo("module-crosswalks");
                assertThat(told.getString("key")).isEqualTo("yearly/3");
                assertThat(told.getString("type")).isEqualTo("org.mentoringcommons.module-crosswalk.v1");
                assertThat(told.getLong("version")).isEqualTo(1);
                assertThat(told.getString("tenant")).isNull();
                ObjectMapper json = new ObjectMapper();
                String data = told.getString("data").replace("15:00:00.000Z", "15:00:00Z");
                assertThat(json.readTree(data))
                        .isEqualTo(json.readTree(Files.readString(Path.of("events/module-crosswalks.example.json"))));
                assertThat(told.next()).isFalse();
            }
        }
    }
}
