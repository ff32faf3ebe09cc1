package org.mentoringcommons.provisioning.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a campus lets its people sign in. */
public sealed interface CampusLogin {

    /** What Keycloak calls this kind of login. */
    String kind();

    /** As Keycloak configures it. */
    Map<String, String> config();

    /** What of the campus's word becomes part of a newcomer's account. */
    List<Import> imports();

    /** Something that Keycloak takes over once, by its own name for how. */
    record Import(String name, String how, Map<String, String> config) {

        static Import of(String name, String how, Map<String, String> config) {
            Map<String, String> once = new HashMap<>(config);
            // what somebody is here is decided here: the campus says it once at most
            once.put("syncMode", "IMPORT");
            return new Import(name, how, once);
        }
    }

    /**
     * By OpenID Connect.
     *
     * @param authorization where people are taken
     * @param token where codes become tokens
     * @param keys where its keys are
     * @param secret null to leave the one that Keycloak has
     */
    record OpenIdConnect(String issuer, String authorization, String token, String keys, String clientId, String secret)
            implements CampusLogin {

        /** What Keycloak shows in a secret's place, and takes for "leave it". */
        private static final String LEAVE = "**********";

        @Override
        public String kind() {
            return "oidc";
        }

        @Override
        public Map<String, String> config() {
            Map<String, String> config = new HashMap<>(Map.of(
                    "issuer", issuer,
                    "authorizationUrl", authorization,
                    "tokenUrl", token,
                    "jwksUrl", keys,
                    "useJwksUrl", "true",
                    "validateSignature", "true",
                    "clientId", clientId,
                    "clientAuthMethod", "client_secret_post"));
            config.putAll(Map.of(
                    "clientSecret", secret == null ? LEAVE : secret,
                    "pkceEnabled", "true",
                    "pkceMethod", "S256",
                    "defaultScope", "openid profile email",
                    "disableUserInfo", "true"));
            return config;
        }

        @Override
        public List<Import> imports() {
            // the address, which is the campus's to give; its user names may be those of people here
            return List.of(Import.of(
                    "username",
                    "oidc-username-idp-mapper",
                    Map.of("template", "${CLAIM.email | lowercase}", "target", "LOCAL")));
        }

        @Override
        public String toString() {
            return "OpenIdConnect[" + issuer + "]"; // never the secret
        }
    }

    /**
     * By SAML 2.0. An answer that is not signed with one of the certificates is refused, our questions are signed.
     *
     * @param entityId what it calls itself
     * @param singleSignOn where people are taken
     * @param posts whether they take our question along in a form instead of the address
     * @param certificates DER in base64
     * @param emailAttribute the attribute that is a person's address; null if the NameID is
     */
    record Saml(String entityId, String singleSignOn, boolean posts, List<String> certificates, String emailAttribute)
            implements CampusLogin {

        private static final String GIVEN_NAME = "urn:oid:2.5.4.42";
        private static final String FAMILY_NAME = "urn:oid:2.5.4.4";

        @Override
        public String kind() {
            return "saml";
        }

        @Override
        public Map<String, String> config() {
            Map<String, String> config = new HashMap<>(Map.of(
                    "idpEntityId",
                    entityId,
                    "singleSignOnServiceUrl",
                    singleSignOn,
                    "postBindingAuthnRequest",
                    Boolean.toString(posts),
                    "postBindingResponse",
                    "true",
                    "signingCertificate",
                    String.join(",", certificates),
                    "validateSignature",
                    "true",
                    "wantAuthnRequestsSigned",
                    "true",
                    "signatureAlgorithm",
                    "RSA_SHA256"));
            config.putAll(Map.of(
                    "principalType", "SUBJECT",
                    "nameIDPolicyFormat",
                            emailAttribute == null
                                    ? "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
                                    : "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                    "allowCreate", "true",
                    "useMetadataDescriptorUrl", "false"));
            return config;
        }

        @Override
        public List<Import> imports() {
            Import givenName = attribute("first-name", GIVEN_NAME, "firstName");
            Import familyName = attribute("last-name", FAMILY_NAME, "lastName");
            if (emailAttribute == null) {
                return List.of(username("${NAMEID | lowercase}"), givenName, familyName);
            }
            return List.of(
                    username("${ATTRIBUTE." + emailAttribute + " | lowercase}"),
                    attribute("email", emailAttribute, "email"),
                    givenName,
                    familyName);
        }

        private static Import username(String template) {
            return Import.of("username", "saml-username-idp-mapper", Map.of("template", template, "target", "LOCAL"));
        }

        private static Import attribute(String name, String attribute, String property) {
            return Import.of(
                    name,
                    "saml-user-attribute-idp-mapper",
                    Map.of("attribute.name", attribute, "user.attribute", property));
        }
    }
}
