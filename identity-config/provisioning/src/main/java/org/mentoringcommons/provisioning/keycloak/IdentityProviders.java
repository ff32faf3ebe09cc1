package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Logins of institutions that Keycloak sends people to, by the domain of their address. */
@ApplicationScoped
public class IdentityProviders {

    private static final String NEWCOMERS = "newcomers";
    private static final String USERNAME = "username";
    private static final Set<String> OURS = Set.of(USERNAME, NEWCOMERS, "email", "first-name", "last-name");
    private static final int PAGE = 100;

    private final KeycloakAdmin keycloak;
    private final Organizations organizations;

    IdentityProviders(@RestClient KeycloakAdmin keycloak, Organizations organizations) {
        this.keycloak = keycloak;
        this.organizations = organizations;
    }

    /**
     * A login of an institution.
     *
     * @param newcomers role of those who come for the first time, or null for none
     */
    public record Campus(String alias, String name, CampusLogin login, String domain, String newcomers) {}

    /** Somebody has got an account by signing in at a campus. */
    public record Arrival(String providerAlias, String subject, String username) {}

    /**
     * Makes it so, in the organization alone.
     *
     * @throws Refused if Keycloak does not accept a value
     */
    public void put(String organization, Campus wanted) {
        Optional<Representations.IdentityProvider> known = find(wanted.alias());
        if (known.filter(other -> !wanted.login().kind().equals(other.providerId()))
                .isPresent()) {
            remove(organization, wanted.alias()); // a login cannot become one of another kind
            known = Optional.empty();
        }
        Optional<String> linked = known.map(Representations.IdentityProvider::organizationId);
        Representations.IdentityProvider provider = provider(wanted, linked.orElse(null));
        if (known.isPresent()) {
            keycloak.changeIdentityProvider(wanted.alias(), provider).close();
        } else {
            keycloak.makeIdentityProvider(provider).close();
        }
        if (linked.isEmpty()) {
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
        Map<String, String> config = new HashMap<>(wanted.login().config());
        config.put("syncMode", "IMPORT");
        config.put("kc.org.domain", wanted.domain());
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        return new Representations.IdentityProvider(
                wanted.alias(),
                wanted.name(),
                wanted.login().kind(),
                true,
                true,
                false,
                false,
                true,
                organization,
                config);
    }

    private void map(String organization, Campus wanted) {
        Map<String, Representations.Mapper> known = new HashMap<>();
        keycloak.mappers(wanted.alias()).forEach(mapper -> known.put(mapper.name(), mapper));
        for (CampusLogin.Import wish : imports(organization, wanted, known.keySet())) {
            Representations.Mapper present = known.remove(wish.name());
            if (present != null && isEqual(present, wish)) {
                continue;
            }
            if (present != null) {
                remove(wanted, present);
            }
            keycloak.makeMapper(
                            wanted.alias(),
                            new Representations.Mapper(null, wish.name(), wanted.alias(), wish.how(), wish.config()))
                    .close();
        }
        known.values().stream().filter(left -> OURS.contains(left.name())).forEach(left -> remove(wanted, left));
    }

    private List<CampusLogin.Import> imports(String organization, Campus wanted, Set<String> known) {
        List<CampusLogin.Import> imports = new ArrayList<>(wanted.login().imports());
        if (wanted.newcomers() != null) {
            String group = known.contains(NEWCOMERS)
                    ? "/" + wanted.newcomers()
                    : organizations.groupPath(organization, wanted.newcomers());
            imports.add(CampusLogin.Import.of(
                    NEWCOMERS, "oidc-hardcoded-group-idp-mapper", Map.of("group", group, "groupType", "ORGANIZATION")));
        }
        return imports;
    }

    private static boolean isEqual(Representations.Mapper present, CampusLogin.Import wish) {
        return wish.how().equals(present.identityProviderMapper())
                && present.config().entrySet().containsAll(wish.config().entrySet());
    }

    private void remove(Campus wanted, Representations.Mapper mapper) {
        keycloak.removeMapper(wanted.alias(), mapper.id()).close();
    }
}
