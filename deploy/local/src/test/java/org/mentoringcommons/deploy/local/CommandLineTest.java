package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path REPOSITORY = Path.of("/checkout");

    @Test
    void withoutOptionsEverythingStartsOnTheUsualPortsInTheUsualFolder() {
        CommandLine line = parse("up");

        assertThat(line.settings().data()).isEqualTo(Path.of("/checkout/deploy/.data"));
        assertThat(line.settings().ports()).isEqualTo(Ports.fixed());
        assertThat(line.settings().services()).containsExactly(Service.values());
        assertThat(line.settings().evaluation()).isEmpty();
        assertThat(line.detach()).isFalse();
        assertThat(line.empty()).isFalse();
    }

    @Test
    void optionsComeInAnyOrder(@TempDir Path evaluation) {
        CommandLine line = parse(
                "up", "--demo", evaluation.toString(), "--services", "survey,identity", "--detach", "--data", "/state");

        assertThat(line.settings().data()).isEqualTo(Path.of("/state"));
        assertThat(line.settings().evaluation()).contains(evaluation);
        assertThat(line.settings().services()).containsExactly(Service.SURVEY, Service.IDENTITY);
        assertThat(line.detach()).isTrue();
    }

    @Test
    void aTokenIsSomebodys() {
        assertThat(parse("token", "--data", "/state", "evaluator").name()).contains("evaluator");
        assertThatThrownBy(() -> parse("token")).hasMessageStartingWith("Whose token?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "up --fast",
                "up evaluator",
                "up --data",
                "up --demo /no/such/folder",
                "up --services kafka",
                "token a b"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String words) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(CommandLine.USAGE);
    }

    private static CommandLine parse(String... words) {
        return CommandLine.parse(REPOSITORY, words);
    }
}
