package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Whoever hears of a wave is told whether its people were asked here: only then were they invited. */
@QuarkusTest
class ImportedWaveTest {

    @Inject
    Historic historic;

    @Inject
    World world;

    @Test
    void a_wave_of_imported_answers_says_so_and_one_whose_people_are_asked_says_nothing_of_it() throws IOException {
        Historic.Past past = historic.past();
        Historic.imported(past, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n");

        JsonNode imported = told(Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .path("[0].id"));

        assertThat(imported.path("imported").asBoolean()).isTrue();
        assertThat(imported.get("invited").asInt()).isZero();
        assertThat(imported.get("responded").asInt()).isEqualTo(1);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("events/waves.schema.json")))
                        .validate(imported))
                .isEmpty();
        assertThat(told(world.asked(Token.LAKESIDE, 1).wave()).has("imported")).isFalse();
    }

    private static JsonNode told(String wave) {
        List<Database.Told> told = Database.told(wave);
        return told.get(told.size() - 1).data();
    }
}
