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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where people with an institution's addresses sign in. Its secret is here only until Keycloak has it. */
@Entity
@Table(name = "sign_in")
class SignIn {

    private static final int MOST_RETIRED = 50; // a campus that changes its key every year keeps half a century

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

    /** Trusted once; whoever shows one again is not trusted for a signature alone: it may be an old document's. */
    private String[] retiredCertificates = {};

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
        boolean sameCampus = bySaml && certificates != null && saml.entityId().equals(issuer);
        retiredCertificates = sameCampus ? retired(saml.certificates()) : new String[0];
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
        /** Nothing proves that the campus says so: people have to. */
        DOUBTED
    }

    /**
     * Takes over what the campus says of itself now, if a key that is trusted still has signed it, or if it only gives up
     * keys, by which nobody else can come in.
     *
     * @param from where that was read
     */
    Renewal renew(String from, Announced now) {
        if (state != State.ACTIVE || !from.equals(metadataUrl) || isHeld(now.metadata())) {
            return Renewal.NOTHING;
        }
        boolean signed = now.signedBy().filter(List.of(certificates)::contains).isPresent()
                && Collections.disjoint(now.metadata().certificates(), List.of(retiredCertificates));
        if (!signed && !now.metadata().isLessThan(held())) {
            return Renewal.DOUBTED;
        }
        take(now.metadata());
        return Renewal.TAKEN_OVER;
    }

    /** Whether a campus login by SAML that says just this is wanted already. */
    boolean isHeld(SamlMetadata metadata) {
        return singleSignOn != null && metadata.digest().equals(held().digest());
    }

    /** Trusts it from now on. */
    void take(SamlMetadata said) {
        retiredCertificates = retired(said.certificates());
        singleSignOn = said.singleSignOn();
        posts = said.posts();
        certificates = said.certificates().toArray(String[]::new);
        metadataProblem = null;
        refusal = null;
        state = State.REQUESTED;
    }

    /** What is trusted of a campus login by SAML. */
    SamlMetadata held() {
        return new SamlMetadata(issuer, singleSignOn, posts, List.of(certificates));
    }

    private String[] retired(List<String> trusted) {
        return Stream.concat(Arrays.stream(certificates), Arrays.stream(retiredCertificates))
                .filter(each -> !trusted.contains(each))
                .distinct()
                .limit(MOST_RETIRED)
                .toArray(String[]::new);
    }

    boolean isBySaml() {
        return singleSignOn != null;
    }

    String issuer() {
        return issuer;
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

    boolean isActive() {
        return state == State.ACTIVE;
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

    /** @param proposed what waits for an administrator's yes, or null */
    SignInView view(String realm, Proposal proposed) {
        String endpoint = realm + "/broker/" + alias(institution) + "/endpoint";
        return new SignInView(
                issuer,
                singleSignOn == null ? clientId : realm,
                singleSignOn == null
                        ? null
                        : new SamlView(
                                singleSignOn,
                                List.of(certificates),
                                held().fingerprints(),
                                emailAttribute,
                                endpoint + "/descriptor",
                                metadataUrl,
                                metadataReadAt,
                                metadataProblem,
                                proposed == null ? null : proposed.view(issuer)),
                domain,
                newcomers == null ? WantedSignIn.Newcomers.NONE : WantedSignIn.Newcomers.PARTICIPANT,
                endpoint,
                state,
                refusal,
                version);
    }
}
