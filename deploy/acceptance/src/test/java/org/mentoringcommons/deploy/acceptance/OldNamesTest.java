package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Curriculum-service on a database from before it kept the names and hubs of institutions. */
@ExtendWith(TheStack.class)
class OldNamesTest {

    private static final Path UPGRADE = Path.of(
            "../../curriculum-service/src/main/resources/db/migration/V97__names_of_institutions_known_since_before.sql");

    @Test
    void what_was_not_kept_is_read_from_the_log_once_it_is_upgraded() throws IOException {
        List<String> known = institutions();
        assertThat(known).hasSameSizeAs(TheStack.institutions()).noneMatch(row -> row.contains("null"));
        Database.execute(Service.CURRICULUM, "update institution set name = null, hub = null");

        Database.execute(Service.CURRICULUM, Files.readString(UPGRADE));

        Eventually.assertThat(() -> assertThat(Database.names(Service.CURRICULUM, "select state from rebuild"))
                .containsExactly("done"));
        assertThat(institutions()).isEqualTo(known);
    }

    /** Those of the demonstration: others come and go with other tests. */
    private static List<String> institutions() {
        return Database.names(
                Service.CURRICULUM,
                "select concat_ws(' ', alias, coalesce(name, 'null'), coalesce(hub, 'null'), time_zone, state) from institution"
                        + " where alias in ('" + String.join("', '", TheStack.institutions()) + "') order by alias");
    }
}
