package org.mentoringcommons.deploy.local.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mentoringcommons.deploy.local.LaunchFailure;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;

/** The services as each person or portal calls them, with real tokens that are renewed before they end. */
public final class Callers {

    private static final Duration RENEWAL = Duration.ofMinutes(4); // tokens live five

    /** Fewer than lock a person out. */
    private static final int SIGN_INS = 5;

    private record Known(String token, Instant until) {}

    private final RunningStack stack;
    private final Map<String, Object> signingIn = new ConcurrentHashMap<>();
    private final Map<String, Known> tokens = new ConcurrentHashMap<>();

    public Callers(RunningStack stack) {
        this.stack = stack;
    }

    public Api operator(Service service) {
        return person(service, stack.operator(), Optional.empty());
    }

    public Api person(Service service, String username, Optional<String> institution) {
        return new Api(
                stack.url(service),
                cached(username + "@" + institution.orElse("-"), () -> signIn(username, institution)));
    }

    public Api portal(Service service, String clientId, String institution) {
        return new Api(stack.url(service), cached(clientId, () -> stack.portalToken(clientId, institution)));
    }

    /** A participant with nothing but a link. */
    public Api anybody(Service service) {
        return new Api(stack.url(service), null);
    }

    /**
     * One at a time a person, and again if refused: Keycloak's guard against guessing turns a sign-in away while it is
     * still busy with the same person's last one, and answers as if the password were wrong.
     */
    private String signIn(String username, Optional<String> institution) {
        synchronized (signingIn.computeIfAbsent(username, none -> new Object())) {
            for (int attempt = 1; attempt < SIGN_INS; attempt++) {
                try {
                    return stack.token(username, institution);
                } catch (LaunchFailure busy) {
                    Patience.pause();
                }
            }
            return stack.token(username, institution);
        }
    }

    private Supplier<String> cached(String name, Supplier<String> fresh) {
        return () -> tokens.compute(
                        name,
                        (key, known) -> known != null && Instant.now().isBefore(known.until())
                                ? known
                                : new Known(fresh.get(), Instant.now().plus(RENEWAL)))
                .token();
    }
}
