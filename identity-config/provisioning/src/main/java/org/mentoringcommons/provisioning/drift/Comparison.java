package org.mentoringcommons.provisioning.drift;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.provisioning.drift.Difference.What;
import org.mentoringcommons.provisioning.institution.ExpectedMembers;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.institution.State;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.keycloak.Sight;

/** Lays an institution beside its organization. */
@ApplicationScoped
class Comparison {

    private final Sight keycloak;
    private final List<ExpectedMembers> expected;
    private final List<Besides> besides;

    Comparison(Sight keycloak, @All List<ExpectedMembers> expected, @All List<Besides> besides) {
        this.keycloak = keycloak;
        this.besides = besides;
        this.expected = expected;
    }

    @Transactional
    List<Difference> of(InstitutionView institution) {
        List<Difference> differences = new ArrayList<>();
        Noted noted = (what, which, registry, found) ->
                differences.add(new Difference(institution.alias(), what, which, registry, found));
        if (!institution.settled()) {
            noted.add(What.UNSETTLED, null, "revision " + institution.revision(), null);
        }
        if (institution.id() != null) {
            Optional<Sight.Organization> found = keycloak.organization(institution.id());
            if (found.isEmpty()) {
                noted.add(What.ORGANIZATION, null, institution.id(), null);
            } else {
                organization(institution, found.get(), noted);
                members(expected(institution), found.get().members(), noted);
                besides.forEach(part -> differences.addAll(part.of(institution)));
            }
        }
        return differences;
    }

    private interface Noted {
        void add(What what, String which, String registry, String keycloak);
    }

    private static void organization(InstitutionView institution, Sight.Organization found, Noted noted) {
        if (!Organizations.isNamed(found.name(), institution.name(), institution.alias())) {
            noted.add(What.NAME, null, institution.name(), found.name());
        }
        if (!found.alias().equals(institution.alias())) {
            noted.add(What.ALIAS, null, institution.alias(), found.alias());
        }
        boolean enabled = institution.state() == State.ACTIVE || institution.state() == State.REQUESTED;
        if (found.enabled() != enabled) {
            noted.add(What.ENABLED, null, String.valueOf(enabled), String.valueOf(found.enabled()));
        }
        Set<String> domains = new TreeSet<>(institution.domains());
        domains.addAll(found.domains());
        for (String domain : domains) {
            boolean wanted = institution.domains().contains(domain);
            if (wanted != found.domains().contains(domain)) {
                noted.add(What.DOMAIN, domain, wanted ? domain : null, wanted ? null : domain);
            }
        }
    }

    private Map<String, Set<String>> expected(InstitutionView institution) {
        Map<String, Set<String>> all = new TreeMap<>();
        expected.forEach(part -> all.putAll(part.of(institution.alias())));
        return all;
    }

    private static void members(Map<String, Set<String>> wanted, Map<String, Set<String>> found, Noted noted) {
        Set<String> everybody = new TreeSet<>(wanted.keySet());
        everybody.addAll(found.keySet());
        for (String username : everybody) {
            String registry = roles(wanted.get(username));
            String keycloak = roles(found.get(username));
            if (registry == null || keycloak == null) {
                noted.add(What.MEMBER, username, registry, keycloak);
            } else if (!registry.equals(keycloak)) {
                noted.add(What.ROLES, username, registry, keycloak);
            }
        }
    }

    private static String roles(Set<String> roles) {
        return roles == null ? null : String.join(" ", new TreeSet<>(roles));
    }
}
