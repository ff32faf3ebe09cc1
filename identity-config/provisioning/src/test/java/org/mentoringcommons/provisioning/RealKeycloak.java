package org.mentoringcommons.provisioning;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * The real Keycloak with the shipped realm, reached by the service through a {@link Gate}. What it has made it keeps
 * until the build folder is cleaned or the realm changes, since its first start takes three times as long as any other;
 * so every test makes up its own names.
 */
public class RealKeycloak implements QuarkusTestResourceLifecycleManager {

    private Stack stack;
    private Gate gate;

    @Override
    public Map<String, String> start() {
        Path data = Path.of("target", "keycloak-" + Integer.toHexString(realm().hashCode()))
                .toAbsolutePath();
        stack = new Stack(Settings.forTest(data).withServices(), new Progress(System.out)).start();
        String keycloak = stack.running().keycloak().toString();
        gate = Gate.before(keycloak);
        return Map.ofEntries(
                Map.entry("KEYCLOAK_URL", gate.url()),
                Map.entry("PROVISIONING_CLIENT_SECRET", stack.secrets().password("client.provisioning")),
                Map.entry("SMTP_PORT", Integer.toString(stack.settings().ports().smtp())),
                Map.entry("SIGN_IN_LOOPBACK", "allowed"),
                Map.entry("reconciliation.every", "1h"), // tests say when
                Map.entry("test.mails", stack.settings().mails().toString()),
                Map.entry("test.gate.url", gate.url()),
                Map.entry("test.keycloak.url", keycloak),
                Map.entry("test.keycloak.admin-secret", stack.secrets().password("keycloak.admin")),
                Map.entry("test.keycloak.demo-secret", stack.secrets().password("client.demo")),
                Map.entry("test.keycloak.survey-secret", stack.secrets().password("client.survey-service")));
    }

    @Override
    public void stop() {
        if (gate != null) {
            gate.stop();
        }
        if (stack != null) {
            stack.close();
        }
    }

    private static String realm() {
        try (InputStream realm =
                RealKeycloak.class.getResourceAsStream("/org/mentoringcommons/realm/mentoring-commons.json")) {
            return new String(realm.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
