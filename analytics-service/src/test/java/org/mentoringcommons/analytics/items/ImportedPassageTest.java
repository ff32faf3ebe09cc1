package org.mentoringcommons.analytics.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Of imported answers nobody knows what was asked. */
@QuarkusTest
class ImportedPassageTest extends Askings {

    @Test
    void imported_answers_are_in_the_consistency_of_scales_and_nobody_of_them_skipped_or_left_anything()
            throws IOException {
        Tenant site = asked("imported", "asked shop");
        answer(site, "asked shop", 1, Map.of("a", Facts.pair(1, 2), "b", 3, "c", "x", "d", List.of("p")));
        JsonNode before = read(site, PATH);
        imported(site, "imported shop");
        answer(site, "imported shop", 1, Map.of("a", Facts.pair(1, 2), "d", List.of("q")));
        answer(site, "imported shop", 2, Map.of("a", Facts.pair(3, 6)));

        JsonNode after = read(site, PATH);

        assertThat(after.get("imported").asInt()).isEqualTo(2);
        for (String same : List.of("waves", "openWaves", "invited", "responded", "complete", "items", "patterns")) {
            assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
        }
        assertThat(before.at("/scales/0/now/n").asInt()).isEqualTo(1);
        assertThat(after.at("/scales/0/now/n").asInt()).isEqualTo(3);
        JsonNode alone = read(site, PATH + "?workshop=" + Facts.id("imported shop"));
        assertThat(alone.get("responded").asInt()).isZero();
        assertThat(alone.get("imported").asInt()).isEqualTo(2);
        assertThat(lines(alone)).contains("b answered 0, left before 0, reached 0, skipped 0");
    }
}
