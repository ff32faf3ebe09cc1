package org.mentoringcommons.provisioning.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where people with an institution's addresses sign in. Its secret is here only until Keycloak has it. */
@Entity
@Table(name = "sign_in")
class SignIn {

    @Id
    private String institution;

    private String issuer;
    private String authorizationEndpoint;
    private String tokenEndpoint;
    private String jwksUri;
    private String clientId;
    private String sealedSecret;
    private String singleSignOn;
    private Boolean posts;
    private String[] certificates;
    private String emailAttribute;
    private String metadataUrl;

    /** That they were read again, and what was wrong with them, makes no new version: see {@link RenewableSignIns}. */
    private Instant metadataReadAt;

    private String metadataProblem;

    private String domain;
    private String newcomers;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private RefusedPerson refusal;

    @Column(updatable = false)
    private Instant requestedAt;

    @Version
    private long version;

    protected SignIn() {}

    SignIn(String institution, Instant now) {
        this.institution = institution;
        this.requestedAt = now;
    }

    /** Wants it just so; a secret that is not given stays the one Keycloak has. */
    void want(WantedSignIn wanted, CampusLogin login, String sealed, Instant now) {
        if (login instanceof CampusLogin.OpenIdConnect openIdConnect) {
            write(openIdConnect, null);
            sealedSecret = sealed == null ? sealedSecret : sealed;
        } else if (login instanceof CampusLogin.Saml saml) {
            write(null, saml);
            sealedSecret = null;
        }
        metadataUrl = wanted.saml() == null ? null : wanted.saml().metadataUrl();
        metadataReadAt = metadataUrl == null ? null : now;
        metadataProblem = null;
        domain = wanted.domain();
        newcomers = wanted.newcomers() == WantedSignIn.Newcomers.PARTICIPANT ? Roles.PARTICIPANT : null;
        refusal = null;
        state = State.REQUESTED;
    }

    private void write(CampusLogin.OpenIdConnect openIdConnect, CampusLogin.Saml saml) {
        boolean bySaml = saml != null;
        issuer = bySaml ? saml.entityId() : openIdConnect.issuer();
        authorizationEndpoint = bySaml ? null : openIdConnect.authorization();
        tokenEndpoint = bySaml ? null : openIdConnect.token();
        jwksUri = bySaml ? null : openIdConnect.keys();
        clientId = bySaml ? null : openIdConnect.clientId();
        singleSignOn = bySaml ? saml.singleSignOn() : null;
        posts = bySaml ? saml.posts() : null;
        certificates = bySaml ? saml.certificates().toArray(String[]::new) : null;
        emailAttribute = bySaml ? saml.emailAttribute() : null;
    }

    /** What became of metadata that were read again. */
    enum Renewal {
        /** Nothing is new, or it is wanted otherwise by now. */
        NOTHING,
        TAKEN_OVER,
        /** No certificate known before is among those announced: whose they are, people have to say. */
        DOUBTED
    }

    /**
     * Takes over what the campus says of itself now, if it still announces a certificate known before.
     *
     * @param from where that was read
     */
    Renewal renew(String from, SamlMetadata now) {
        if (state != State.ACTIVE
                || !from.equals(metadataUrl)
                || now.singleSignOn().equals(singleSignOn)
                        && now.posts() == posts
                        && now.certificates().equals(List.of(certificates))) {
            return Renewal.NOTHING;
        }
        if (Collections.disjoint(now.certificates(), List.of(certificates))) {
            return Renewal.DOUBTED;
        }
        singleSignOn = now.singleSignOn();
        posts = now.posts();
        certificates = now.certificates().toArray(String[]::new);
        state = State.REQUESTED;
        return Renewal.TAKEN_OVER;
    }

    /** Whether a wish needs the secret again: it must not go to another than whom it was given for. */
    boolean needsSecretFor(WantedSignIn wanted) {
        return wanted.saml() == null
                && (!wanted.issuer().equals(issuer) || !wanted.clientId().equals(clientId) || state == State.REFUSED);
    }

    void leave() {
        sealedSecret = null;
        state = State.LEAVING;
    }

    /** Keycloak has it as wanted, with its secret. */
    void activate() {
        sealedSecret = null;
        state = State.ACTIVE;
    }

    void refuse(RefusedPerson why) {
        refusal = why;
        state = State.REFUSED;
    }

    String institution() {
        return institution;
    }

    String domain() {
        return domain;
    }

    Optional<String> sealedSecret() {
        return Optional.ofNullable(sealedSecret);
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** What those become who come for the first time; empty for nothing. */
    Optional<String> newcomers() {
        return Optional.ofNullable(newcomers);
    }

    Revision revision() {
        return new Revision(version);
    }

    /**
     * As Keycloak shall have it.
     *
     * @param secret null to leave the one it has
     */
    IdentityProviders.Campus campus(String name, String secret) {
        return new IdentityProviders.Campus(alias(institution), name, login(secret), domain, newcomers);
    }

    private CampusLogin login(String secret) {
        return singleSignOn == null
                ? new CampusLogin.OpenIdConnect(issuer, authorizationEndpoint, tokenEndpoint, jwksUri, clientId, secret)
                : new CampusLogin.Saml(issuer, singleSignOn, posts, List.of(certificates), emailAttribute);
    }

    static String alias(String institution) {
        return "campus-" + institution;
    }

    SignInView view(String realm) {
        String endpoint = realm + "/broker/" + alias(institution) + "/endpoint";
        return new SignInView(
                issuer,
                singleSignOn == null ? clientId : realm,
                singleSignOn == null
                        ? null
                        : new SamlView(
                                singleSignOn,
                                List.of(certificates),
                                emailAttribute,
                                endpoint + "/descriptor",
                                metadataUrl,
                                metadataReadAt,
                                metadataProblem),
                domain,
                newcomers == null ? WantedSignIn.Newcomers.NONE : WantedSignIn.Newcomers.PARTICIPANT,
                endpoint,
                state,
                refusal,
                version);
    }
}
