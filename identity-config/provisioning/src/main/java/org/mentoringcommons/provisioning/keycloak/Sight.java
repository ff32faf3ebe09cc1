package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mentoringcommons.tenancy.Roles;

/** Looks at what Keycloak has, and changes nothing. */
@ApplicationScoped
public class Sight {

    private static final int PAGE = 200;

    private final KeycloakAdmin keycloak;

    Sight(@RestClient KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * An organization as it is.
     *
     * @param members roles by user name
     */
    public record Organization(
            String name, String alias, boolean enabled, Set<String> domains, Map<String, Set<String>> members) {}

    /** An organization without its members. */
    public record Listed(String id, String alias, String name) {}

    /** The organization with this id, if there is one. */
    public Optional<Organization> organization(String id) {
        try {
            var found = keycloak.organization(id);
            Set<String> domains = StreamSupport.stream(found.path("domains").spliterator(), false)
                    .map(domain -> domain.path("name").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            return Optional.of(new Organization(
                    found.path("name").asText(),
                    found.path("alias").asText(),
                    found.path("enabled").asBoolean(),
                    domains,
                    members(id)));
        } catch (Unknown gone) {
            return Optional.empty();
        }
    }

    /** A login as it is, all in one: its configuration, and domain, enabled and organization. */
    public record Login(Map<String, String> settings) {}

    /** The login of this name, if there is one. */
    public Optional<Login> login(String alias) {
        try {
            Representations.IdentityProvider found = keycloak.identityProvider(alias);
            Map<String, String> settings = new HashMap<>(found.config());
            settings.put("domain", found.config().get("kc.org.domain"));
            settings.put("enabled", Boolean.toString(found.enabled()));
            settings.put("organization", found.organizationId());
            return Optional.of(new Login(settings));
        } catch (Unknown gone) {
            return Optional.empty();
        }
    }

    /** All organizations there are. */
    public List<Listed> organizations() {
        return all(first -> keycloak.organizations(first, PAGE)).stream()
                .map(found -> new Listed(found.id(), found.alias(), found.name()))
                .toList();
    }

    private Map<String, Set<String>> members(String organization) {
        Map<String, Set<String>> members = new HashMap<>();
        all(first -> keycloak.members(organization, first, PAGE))
                .forEach(member -> members.put(member.username(), new HashSet<>()));
        for (Representations.Group group : all(first -> keycloak.groups(organization, first, PAGE))) {
            if (Roles.OF_AN_INSTITUTION.contains(group.name())) {
                all(first -> keycloak.membersOfGroup(organization, group.id(), first, PAGE))
                        .forEach(member -> members.computeIfAbsent(member.username(), name -> new HashSet<>())
                                .add(group.name()));
            }
        }
        return members;
    }

    private static <T> List<T> all(IntFunction<List<T>> page) {
        List<T> all = new ArrayList<>();
        for (int first = 0; ; first += PAGE) {
            List<T> more = page.apply(first);
            all.addAll(more);
            if (more.size() < PAGE) {
                return all;
            }
        }
    }
}
