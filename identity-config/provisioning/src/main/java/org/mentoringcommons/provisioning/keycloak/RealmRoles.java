package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The roles of the realm: Keycloak wants their ids, which are asked for once. */
@ApplicationScoped
class RealmRoles {

    private final KeycloakAdmin keycloak;
    private final Map<String, Representations.Role> known = new ConcurrentHashMap<>();

    RealmRoles(@RestClient KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Does something with roles by name; a realm that was laid anew since has other ids, hence the second try. */
    void use(Collection<String> names, Consumer<List<Representations.Role>> work) {
        try {
            work.accept(named(names));
        } catch (Unknown perhapsOld) {
            known.keySet().removeAll(names);
            work.accept(named(names));
        }
    }

    private List<Representations.Role> named(Collection<String> names) {
        return names.stream()
                .map(name -> known.computeIfAbsent(name, keycloak::role))
                .toList();
    }
}
