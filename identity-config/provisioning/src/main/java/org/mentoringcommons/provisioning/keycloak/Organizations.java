package org.mentoringcommons.provisioning.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mentoringcommons.tenancy.Roles;

/** Organizations, their members, and the role each member holds: a group named after the role carries it. */
@ApplicationScoped
public class Organizations {

    private static final int PAGE = 200;
    /** What 255 characters leave beside an alias of 63. */
    private static final int MAX_NAME = 180;

    private final KeycloakAdmin keycloak;
    private final RealmRoles roles;

    Organizations(@RestClient KeycloakAdmin keycloak, RealmRoles roles) {
        this.keycloak = keycloak;
        this.roles = roles;
    }

    /**
     * What an organization shall look like.
     *
     * @param domains those it shall have, besides any that somebody else gave it
     * @param domainsMade those it may have from us; of these, it keeps only the ones it shall have
     */
    public record Shape(String alias, String name, Set<String> domains, Set<String> domainsMade, boolean enabled) {}

    /**
     * The id of the organization with this alias, which has the wanted shape. Making comes first because it is what
     * nearly always happens. Keycloak wants unique names too, our institutions need not have them: the second
     * "University Hospital" gets its alias behind its name.
     */
    public String findOrMake(Shape wanted) {
        try {
            return make(wanted, wanted.name());
        } catch (Taken aliasOrName) {
            Optional<String> found = find(wanted.alias());
            found.ifPresent(organization -> shape(organization, wanted));
            return found.orElseGet(() -> make(wanted, qualified(wanted)));
        }
    }

    /**
     * Gives an organization the wanted name, domains of ours and standing, and leaves everything else it has as it is.
     *
     * @throws Refused if a domain is another organization's
     */
    public void shape(String organization, Shape wanted) {
        ObjectNode found = keycloak.organization(organization);
        ObjectNode shaped = shaped(found, wanted);
        if (shaped.equals(found)) {
            return;
        }
        try {
            keycloak.changeOrganization(organization, shaped).close();
        } catch (Taken name) {
            keycloak.changeOrganization(organization, shaped.put("name", qualified(wanted)))
                    .close();
        }
    }

    private static ObjectNode shaped(ObjectNode found, Shape wanted) {
        ObjectNode shaped = found.deepCopy().put("enabled", wanted.enabled());
        if (!found.path("name").asText().equals(qualified(wanted))) {
            shaped.put("name", wanted.name());
        }
        Set<String> missing = new TreeSet<>(wanted.domains());
        ArrayNode domains = shaped.putArray("domains");
        for (JsonNode domain : found.path("domains")) {
            String name = domain.path("name").asText();
            if (missing.remove(name) || !wanted.domainsMade().contains(name)) {
                domains.add(domain);
            }
        }
        missing.forEach(name -> domains.addObject().put("name", name).put("verified", false));
        return shaped;
    }

    /** Makes the account a member with exactly these roles. */
    public void join(String organization, String subject, Collection<String> wanted) {
        Map<String, String> held = enter(organization, subject) ? Map.of() : rolesHeld(organization, subject);
        for (String role : wanted) {
            if (!held.containsKey(role)) {
                enterGroup(organization, group(organization, role), subject);
            }
        }
        held.forEach((role, group) -> {
            if (!wanted.contains(role)) {
                keycloak.leaveGroup(organization, group, subject).close();
            }
        });
    }

    /**
     * Ends a membership and every role that came with it. With it Keycloak deletes the account of somebody who came by a
     * campus login.
     *
     * @param elsewhere whether the account is needed elsewhere; such a one then stays, without any role
     */
    public void leave(String organization, String subject, boolean elsewhere) {
        try {
            if (elsewhere
                    && "MANAGED".equals(keycloak.member(organization, subject).membershipType())) {
                rolesHeld(organization, subject).values().forEach(group -> keycloak.leaveGroup(
                                organization, group, subject)
                        .close());
            } else {
                keycloak.removeMember(organization, subject).close();
            }
        } catch (Unknown notAMember) {
            return; // as wanted
        }
    }

    /** The path of the group that carries a role, which is made if it is not there. */
    String groupPath(String organization, String role) {
        group(organization, role);
        return "/" + role;
    }

    private String make(Shape wanted, String name) {
        List<Representations.Domain> unverified = wanted.domains().stream()
                .map(domain -> new Representations.Domain(domain, false))
                .toList();
        return Made.id(keycloak.makeOrganization(
                new Representations.Organization(null, name, wanted.alias(), wanted.enabled(), unverified)));
    }

    private Optional<String> find(String alias) {
        for (int first = 0; ; first += PAGE) {
            List<Representations.Organization> page = keycloak.organizations(first, PAGE);
            Optional<String> found = page.stream()
                    .filter(organization -> alias.equals(organization.alias()))
                    .map(Representations.Organization::id)
                    .findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
        }
    }

    /** Whether an organization's name is that of an institution, or the one it gets where that is taken. */
    public static boolean isNamed(String organization, String name, String alias) {
        return organization.equals(name) || organization.equals(qualified(name, alias));
    }

    private static String qualified(Shape wanted) {
        return qualified(wanted.name(), wanted.alias());
    }

    private static String qualified(String name, String alias) {
        String shortened = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        return shortened + " (" + alias + ")";
    }

    /** Whether the account was no member before. */
    private boolean enter(String organization, String subject) {
        try {
            keycloak.addMember(organization, '"' + subject + '"').close();
            return true;
        } catch (Taken member) {
            return false;
        }
    }

    /** Groups by role; those somebody else made under other names are none of ours. */
    private Map<String, String> rolesHeld(String organization, String subject) {
        Set<String> ours = Roles.OF_AN_INSTITUTION;
        return keycloak.groupsOf(organization, subject).stream()
                .filter(group -> ours.contains(group.name()))
                .collect(Collectors.toMap(Representations.Group::name, Representations.Group::id));
    }

    private String group(String organization, String role) {
        String group = findOrMakeGroup(organization, role);
        // also for a group that was there: a crash may have come between the group and its role
        roles.use(List.of(role), found -> keycloak.giveRoles(organization, group, found)
                .close());
        return group;
    }

    private String findOrMakeGroup(String organization, String role) {
        try {
            return keycloak.makeGroup(organization, new Representations.Group(null, role))
                    .id();
        } catch (Taken present) {
            return keycloak.group(organization, role).id();
        }
    }

    private void enterGroup(String organization, String group, String subject) {
        try {
            keycloak.enterGroup(organization, group, subject).close();
        } catch (Taken within) {
            return; // as wanted
        }
    }
}
