package org.mentoringcommons.deploy.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A ready stack as a newcomer's program sees it: addresses, people, tokens; no database and no broker. */
public final class RunningStack {
    private final Settings settings;
    private final Secrets secrets;
    private final Tokens tokens;
    private final Optional<Demonstrated> earlier;

    RunningStack(Settings settings, Secrets secrets, Optional<Demonstrated> earlier) {
        this.settings = settings;
        this.secrets = secrets;
        this.tokens = new Tokens(keycloak(), secrets);
        this.earlier = earlier;
    }

    /** Without a path: {@code http://localhost:8081}. */
    public URI url(Service service) {
        return URI.create("http://localhost:" + settings.ports().of(service));
    }

    public URI keycloak() {
        return URI.create("http://localhost:" + settings.ports().keycloak());
    }

    /** The password of a person, made when first asked for and kept; whoever creates the person sets it. */
    public String password(String username) {
        return secrets.password("user." + username);
    }

    /** Keeps the secret that provisioning answered when it made a portal client. */
    public void keepPortalSecret(String clientId, String secret) {
        secrets.keep("client." + clientId, secret);
    }

    /**
     * A new access token of a person, five minutes good.
     *
     * @param institution alias of the institution to speak for; empty for people who speak for none
     */
    public String token(String username, Optional<String> institution) {
        return tokens.ofPerson(username, institution);
    }

    /** A new access token of a portal, in the name of its institution. */
    public String portalToken(String clientId, String institution) {
        return tokens.ofPortal(clientId, institution);
    }

    /** User name of the first platform operator, who is there before any demonstration. */
    public String operator() {
        return RealmAdministration.OPERATOR;
    }

    /** Another recreated evaluation to feed, a folder with the files of the shipped one. */
    public Optional<Path> evaluation() {
        return settings.evaluation();
    }

    /** The state folder: a demonstration may keep files of its own in it. */
    public Path data() {
        return settings.data();
    }

    /** What an earlier complete demonstration on this state folder has made. */
    public Optional<Demonstrated> earlier() {
        return earlier;
    }
}
