package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
    private static final Demonstrated MADE = new Demonstrated(
            Map.of(
                    "analyst", new Demonstrated.Person("iris", null),
                    "evaluator", new Demonstrated.Person("eve", "north")),
            Map.of("north-portal", new Demonstrated.Portal("portal-north", "north")),
            Map.of("north", new Demonstrated.Institution("b30edf87-c956-4ad7-8556-9aaf7ba4a29c", "North University")),
            "mentoring-up",
            "http://localhost:8083/s/abc",
            "/analytics/v1/releases/1");

    @Test
    void itSaysWhereEverythingIsAndWhoIsWho(@TempDir Path data) {
        JsonNode written = written(data, MADE);

        assertThat(written.fieldNames())
                .toIterable()
                .containsExactly(
                        "services",
                        "keycloak",
                        "realm",
                        "users",
                        "portals",
                        "institutions",
                        "study",
                        "openInvitation",
                        "release");
        assertThat(written.get("services").fieldNames())
                .toIterable()
                .containsExactly("identity", "curriculum", "survey", "analytics");
        assertThat(written.at("/services/identity").asText()).isEqualTo("http://localhost:8081");
        assertThat(written.at("/users/operator/username").asText()).isEqualTo("operator");
        assertThat(written.at("/users/evaluator/institution").asText()).isEqualTo("north");
        assertThat(written.at("/users/analyst").has("institution")).isFalse();
    }

    @Test
    void theNextRunFindsWhatACompleteDemonstrationHasMade(@TempDir Path data) {
        written(data, MADE);

        Demonstrated found = new StackFile(data).demonstrated().orElseThrow();

        assertThat(found.study()).isEqualTo("mentoring-up");
        assertThat(found.release()).isEqualTo("/analytics/v1/releases/1");
        assertThat(found.portals()).isEqualTo(MADE.portals());
        assertThat(found.users()).containsAllEntriesOf(MADE.users());
    }

    @Test
    void anEmptyStackHasDemonstratedNothing(@TempDir Path data) {
        written(data, Demonstrated.NOTHING);

        assertThat(new StackFile(data).demonstrated()).isEmpty();
    }

    private static JsonNode written(Path data, Demonstrated made) {
        Settings settings = Settings.forTest(data).withPorts(Ports.fixed());
        StackFile file = new StackFile(data);
        file.write(new RunningStack(settings, Secrets.in(data), Optional.empty()), made);
        return file.read().orElseThrow();
    }
}
