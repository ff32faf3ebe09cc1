package org.mentoringcommons.analytics.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every figure's specification fits the JSON schema of Vega-Lite 5. The schema and a validator come from npm, once, into
 * the build folder; where there is no node or no registry the test is skipped and says so.
 */
class VegaLiteTest {

    private static final String SCHEMA = "vega-lite@5.23.0";
    private static final String VALIDATOR = "ajv@8.17.1";
    private static final Path FOLDER = Path.of("target", "vega-lite");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Prints the name of each specification that does not fit, with the validator's words. */
    private static final String SCRIPT =
            """
            const fs = require('fs'), Ajv = require('ajv').default;
            const schema = JSON.parse(fs.readFileSync('package/build/vega-lite-schema.json'));
            const fits = new Ajv({strict: false, validateFormats: false}).compile(schema);
            for (const file of process.argv.slice(2))
              if (!fits(JSON.parse(fs.readFileSync(file))))
                console.log(file + ': ' + fits.errors.slice(0, 5).map(e => e.instancePath + ' ' + e.message).join('; '));
            """;

    @Test
    void every_specification_fits_the_schema_and_a_wrong_one_does_not() throws Exception {
        assumeTrue(fetched(), "npm could not fetch " + SCHEMA + " and " + VALIDATOR);
        Files.writeString(FOLDER.resolve("validate.js"), SCRIPT);
        Files.writeString(FOLDER.resolve("wrong.json"), "{\"data\": {\"values\": []}, \"mark\": \"cloud\"}");
        for (Figure figure : FigureTest.figures()) {
            Files.writeString(FOLDER.resolve(figure.name() + ".json"), JSON.writeValueAsString(figure.vegaLite()));
        }

        String said = run(Stream.concat(
                        Stream.of("node", "validate.js", "wrong.json"),
                        FigureTest.figures().stream().map(figure -> figure.name() + ".json"))
                .toList());

        assertThat(said.lines()).singleElement().asString().startsWith("wrong.json: ");
    }

    private static boolean fetched() throws InterruptedException {
        Path schema = FOLDER.resolve("package/build/vega-lite-schema.json");
        Path validator = FOLDER.resolve("node_modules/ajv/package.json");
        try {
            Files.createDirectories(FOLDER);
            if (!Files.exists(schema)) {
                run(List.of("npm", "pack", SCHEMA, "--silent"));
                run(List.of("tar", "-xzf", "vega-lite-5.23.0.tgz", "package/build/vega-lite-schema.json"));
            }
            if (!Files.exists(validator)) {
                run(List.of(
                        "npm", "install", "--prefix", ".", "--no-audit", "--ignore-scripts", "--silent", VALIDATOR));
            }
        } catch (IOException absent) {
            return false;
        }
        return Files.exists(schema) && Files.exists(validator);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = FOLDER.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }
}
