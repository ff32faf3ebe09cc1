package org.mentoringcommons.deploy.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Stack;

/** Institutions as a hub provisions them: one call for it and its administrator, one for its portal. */
final class ProvisionedInstitutions {

    static final String HUB = "benchmark";

    private final Calls identity;
    private final RunningStack stack;

    ProvisionedInstitutions(Stack stack) {
        this.stack = stack.running();
        this.identity = new Calls(
                stack.url(Service.IDENTITY) + "/identity/v1",
                () -> this.stack.token(this.stack.operator(), Optional.empty()));
    }

    static String alias(int number) {
        return "institution-" + number;
    }

    /** The hub, and one institution before the clock runs: connections, roles known, classes loaded. */
    void prepare() {
        identity.send("POST", "/hubs", Map.of("key", HUB, "name", "Benchmark"));
        provision(0);
    }

    /** Nanoseconds until the institution is active and its portal has its secret. */
    long provision(int number) {
        String alias = alias(number);
        String username = "admin." + alias;
        Map<String, Object> administrator = Map.of(
                "username",
                username,
                "email",
                username + "@people.example",
                "firstName",
                "Bench",
                "lastName",
                "Mark",
                "password",
                stack.password(username));
        Map<String, Object> institution = Map.of(
                "alias",
                alias,
                "name",
                "Institution " + number,
                "hub",
                HUB,
                "kind",
                "institution",
                "timeZone",
                "America/Chicago",
                "domains",
                List.of(alias + ".example"),
                "administrator",
                administrator);
        long begin = System.nanoTime();
        identity.send("POST", "/institutions", institution);
        identity.send(
                "POST", "/institutions/" + alias + "/portals", Map.of("name", "Campus", "roles", List.of("portal")));
        return System.nanoTime() - begin;
    }
}
