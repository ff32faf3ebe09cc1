package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code stack.json} in the state folder: where everything is and who is who; nothing secret. */
final class StackFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String PORTALS = "portals";

    private final Path file;

    StackFile(Path data) {
        this.file = data.resolve("stack.json");
    }

    void write(RunningStack stack, Demonstrated demonstrated) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode services = root.putObject("services");
        for (Service service : Service.values()) {
            services.put(service.title(), stack.url(service).toString());
        }
        root.put("keycloak", stack.keycloak().toString());
        root.put("realm", Keycloak.REALM);
        Map<String, Demonstrated.Person> users = new LinkedHashMap<>();
        users.put(RealmAdministration.OPERATOR, new Demonstrated.Person(stack.operator(), null));
        users.putAll(demonstrated.users());
        root.set("users", JSON.valueToTree(users));
        root.set(PORTALS, JSON.valueToTree(demonstrated.portals()));
        root.set("institutions", JSON.valueToTree(demonstrated.institutions()));
        root.put("study", demonstrated.study());
        root.put("openInvitation", demonstrated.openInvitation());
        root.put("release", demonstrated.release());
        try {
            JSON.writeValue(file.toFile(), root);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write " + file + ".", e);
        }
    }

    /** What a complete demonstration on this folder made; empty if there was none. */
    Optional<Demonstrated> demonstrated() {
        return read().filter(root -> root.hasNonNull("study")).map(StackFile::demonstrated);
    }

    Optional<JsonNode> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + file + ".", e);
        }
    }

    static Demonstrated demonstrated(JsonNode root) {
        ObjectNode known = root.deepCopy();
        known.retain("users", PORTALS, "institutions", "study", "openInvitation", "release");
        return JSON.convertValue(known, Demonstrated.class);
    }
}
