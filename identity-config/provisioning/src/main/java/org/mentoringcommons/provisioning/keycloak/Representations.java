package org.mentoringcommons.provisioning.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

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

    /** Something of which only the id and a word matter. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(String id, String type) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FederatedIdentity(String identityProvider) {}

    /** {@code MANAGED} came by a campus login and is deleted with the membership; {@code UNMANAGED} is not. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Member(String id, String membershipType) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentityProvider(
            String alias,
            String displayName,
            String providerId,
            Boolean enabled,
            Boolean trustEmail,
            Boolean storeToken,
            Boolean linkOnly,
            Boolean hideOnLogin,
            String organizationId,
            Map<String, String> config) {
        @Override
        public String toString() {
            return "IdentityProvider[" + alias + "]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mapper(
            String id,
            String name,
            String identityProviderAlias,
            String identityProviderMapper,
            Map<String, String> config) {}

    /** Somebody's account was made by themselves. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Registration(long time, String userId, Map<String, String> details) {}

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
            List<String> redirectUris,
            List<String> webOrigins,
            Map<String, String> attributes,
            List<String> defaultClientScopes,
            List<String> optionalClientScopes) {
        @Override
        public String toString() {
            return "Client[" + clientId + "]";
        }
    }
}
