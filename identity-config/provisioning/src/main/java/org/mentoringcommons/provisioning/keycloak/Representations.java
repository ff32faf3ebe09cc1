package org.mentoringcommons.provisioning.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Keycloak's words for its things, as far as we speak them. */
final class Representations {

    private Representations() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Organization(String id, String name, String alias, Boolean enabled, List<Domain> domains) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Domain(String name, boolean verified) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(String id, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Role(String id, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            String id,
            String username,
            String email,
            Boolean emailVerified,
            Boolean enabled,
            String firstName,
            String lastName,
            List<Credential> credentials) {}

    record Credential(String type, String value, boolean temporary) {
        @Override
        public String toString() {
            return "Credential[" + type + "]"; // never the value, wherever this may be printed
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Client(
            String id,
            String clientId,
            String name,
            String secret,
            String protocol,
            Boolean enabled,
            Boolean publicClient,
            Boolean serviceAccountsEnabled,
            Boolean standardFlowEnabled,
            Boolean implicitFlowEnabled,
            Boolean directAccessGrantsEnabled,
            String clientAuthenticatorType,
            Boolean fullScopeAllowed,
            List<String> defaultClientScopes,
            List<String> optionalClientScopes) {
        @Override
        public String toString() {
            return "Client[" + clientId + "]";
        }
    }
}
