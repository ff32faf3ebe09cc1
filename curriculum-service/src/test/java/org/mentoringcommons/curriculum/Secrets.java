package org.mentoringcommons.curriculum;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/** What a deployment has to give the service, and where it stands. */
public class Secrets implements QuarkusTestResourceLifecycleManager {

    private static final int BYTES = 32;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "curriculum.link-secret",
                Base64.getEncoder().encodeToString(new byte[BYTES]),
                "curriculum.public-url",
                "https://curriculum.example/");
    }

    @Override
    public void stop() {}
}
