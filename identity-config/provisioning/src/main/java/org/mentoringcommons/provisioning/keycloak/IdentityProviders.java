package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Logins of institutions (OpenID Connect) that Keycloak sends people to, by the domain of their address. */
@ApplicationScoped
public class IdentityProviders {

    /** What Keycloak shows in a secret's place, and takes for "leave it". */
    private static final String LEAVE = "**********";

    private static final String NEWCOMERS = "newcomers";
    private static final String USERNAME = "username";
    private static final int PAGE = 100;

    private final KeycloakAdmin keycloak;
    private final Organizations organizations;

    IdentityProviders(@RestClient KeycloakAdmin keycloak, Organizations organizations) {
        this.keycloak = keycloak;
        this.organizations = organizations;
    }

    /** Where a login takes people, gives tokens, and shows its keys. */
    public record Endpoints(String authorization, String token, String keys) {}

    /**
     * A login of an institution.
     *
     * @param secret null to leave the one that Keycloak has
     * @param newcomers role of those who come for the first time, or null for none
     */
    public record Campus(
            String alias,
            String name,
            String issuer,
            Endpoints endpoints,
            String clientId,
            String secret,
            String domain,
            String newcomers) {
        @Override
        public String toString() {
            return "Campus[" + alias + "]";
        }
    }

    /** Somebody has got an account by signing in at a campus. */
    public record Arrival(String providerAlias, String subject, String username) {}

    /**
     * Makes it so, in the organization alone.
     *
     * @throws Refused if Keycloak does not accept a value
     */
    public void put(String organization, Campus wanted) {
        Optional<Representations.IdentityProvider> known = find(wanted.alias());
        Representations.IdentityProvider provider = provider(
                wanted,
                known.map(Representations.IdentityProvider::organizationId).orElse(null));
        if (known.isPresent()) {
            keycloak.changeIdentityProvider(wanted.alias(), provider).close();
        } else {
            keycloak.makeIdentityProvider(provider).close();
        }
        if (known.map(Representations.IdentityProvider::organizationId).isEmpty()) {
            keycloak.linkIdentityProvider(organization, '"' + wanted.alias() + '"')
                    .close();
        }
        map(organization, wanted);
    }

    /** Ends it; who came by it keeps the account and the membership. */
    public void remove(String organization, String alias) {
        try {
            keycloak.unlinkIdentityProvider(organization, alias).close();
        } catch (Unknown unlinked) {
            // as wanted; the login itself may be left from a crash between the two
        }
        try {
            keycloak.removeIdentityProvider(alias).close();
        } catch (Unknown gone) {
            return; // as wanted
        }
    }

    /** Who has come by any of these logins since then, perhaps also a little earlier. */
    public List<Arrival> arrivalsSince(Instant then) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int first = 0; ; first += PAGE) {
            List<Representations.Registration> page = keycloak.events("REGISTER", then.toEpochMilli(), first, PAGE);
            for (Representations.Registration registration : page) {
                Map<String, String> details = registration.details() == null ? Map.of() : registration.details();
                if (details.containsKey("identity_provider") && details.containsKey(USERNAME)) {
                    arrivals.add(new Arrival(
                            details.get("identity_provider"), registration.userId(), details.get(USERNAME)));
                }
            }
            if (page.size() < PAGE) {
                return arrivals;
            }
        }
    }

    private Optional<Representations.IdentityProvider> find(String alias) {
        try {
            return Optional.of(keycloak.identityProvider(alias));
        } catch (Unknown none) {
            return Optional.empty();
        }
    }

    private static Representations.IdentityProvider provider(Campus wanted, String organization) {
        Map<String, String> config = new HashMap<>(Map.of(
                "issuer",
                wanted.issuer(),
                "authorizationUrl",
                wanted.endpoints().authorization(),
                "tokenUrl",
                wanted.endpoints().token(),
                "jwksUrl",
                wanted.endpoints().keys(),
                "useJwksUrl",
                "true",
                "validateSignature",
                "true",
                "clientId",
                wanted.clientId(),
                "clientAuthMethod",
                "client_secret_post",
                "pkceEnabled",
                "true",
                "pkceMethod",
                "S256"));
        config.putAll(Map.of(
                "clientSecret", wanted.secret() == null ? LEAVE : wanted.secret(),
                "defaultScope", "openid profile email",
                // what somebody is here is decided here: the campus says it once at most
                "syncMode", "IMPORT",
                "disableUserInfo", "true",
                "kc.org.domain", wanted.domain(),
                "kc.org.broker.redirect.mode.email-matches", "true"));
        return new Representations.IdentityProvider(
                wanted.alias(), wanted.name(), "oidc", true, true, false, false, true, organization, config);
    }

    private void map(String organization, Campus wanted) {
        Map<String, Representations.Mapper> known = new HashMap<>();
        keycloak.mappers(wanted.alias()).forEach(mapper -> known.put(mapper.name(), mapper));
        if (!known.containsKey(USERNAME)) {
            // the address, which is the campus's to give; its user names may be those of people here
            make(
                    wanted,
                    USERNAME,
                    "oidc-username-idp-mapper",
                    Map.of("syncMode", "IMPORT", "template", "${CLAIM.email | lowercase}", "target", "LOCAL"));
        }
        if (wanted.newcomers() == null && known.containsKey(NEWCOMERS)) {
            keycloak.removeMapper(wanted.alias(), known.get(NEWCOMERS).id()).close();
        } else if (wanted.newcomers() != null && !known.containsKey(NEWCOMERS)) {
            String group = organizations.groupPath(organization, wanted.newcomers());
            make(
                    wanted,
                    NEWCOMERS,
                    "oidc-hardcoded-group-idp-mapper",
                    Map.of("syncMode", "IMPORT", "group", group, "groupType", "ORGANIZATION"));
        }
    }

    private void make(Campus wanted, String name, String kind, Map<String, String> config) {
        keycloak.makeMapper(wanted.alias(), new Representations.Mapper(null, name, wanted.alias(), kind, config))
                .close();
    }
}
