package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts every reference answer of R and Python to our statistics: one test an id, every folder found. Another set of data of
 * the same structure is judged with {@code -Dfixtures=DIR}.
 */
class ReferenceAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicContainer> everyReferenceAnswerHolds() throws IOException {
        List<Path> folders = sorted(fixtures(), Files::isDirectory);
        assertThat(folders).as("folders in %s", fixtures()).isNotEmpty();
        return folders.stream()
                .map(folder -> dynamicContainer(folder.getFileName().toString(), tests(folder)));
    }

    private static Path fixtures() {
        Path asked = Path.of(System.getProperty("fixtures", "src/test/resources/fixtures/statistics"));
        // a relative folder is meant from where Maven was called; the test runs one folder below
        return Files.isDirectory(asked) || asked.isAbsolute()
                ? asked
                : Path.of("..").resolve(asked);
    }

    private static Stream<DynamicNode> tests(Path folder) {
        if (Files.exists(folder.resolve("table.csv"))) {
            JsonNode expected = json(folder.resolve("expected.json"));
            return new SuppressionStudy(Rows.of(folder.resolve("table.csv")), expected)
                    .tests()
                    .map(test -> test);
        }
        Optional<Study> study = Study.in(folder);
        if (study.isEmpty()) {
            return Stream.of(dynamicTest("is known", () -> assertThat(folder)
                    .as("a data set of this structure has no answers yet")
                    .isNull()));
        }
        Answers answers = study.get().answers();
        return sorted(folder, path -> path.getFileName().toString().matches("expected.*\\.json")).stream()
                .map(file -> dynamicContainer(file.getFileName().toString(), tests(file, answers)));
    }

    private static Stream<DynamicTest> tests(Path file, Answers answers) {
        return StreamSupport.stream(json(file).spliterator(), false)
                .map(Reference::of)
                .filter(Reference::isComparable)
                .map(reference -> dynamicTest(reference.id(), () -> reference.judge(answers)));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sorted(Path folder, java.util.function.Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
