package org.mentoringcommons.tenancy;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever makes the current request: a person or a portal, acting for at most one institution. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether an access token speaks here; it does not in events, schedules and public forms. */
    public boolean isSignedIn() {
        return identity.getPrincipal() instanceof JsonWebToken;
    }

    /** The client through which the caller works ({@code azp}): an application, or the portal itself. */
    public Optional<String> client() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return token.<String>claim("azp").or(() -> token.<String>claim("client_id"));
    }

    /**
     * The stable id of the person or client in Keycloak ({@code sub}).
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public String subject() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getSubject();
        }
        throw new IllegalStateException("nobody is signed in");
    }

    /** The name of the caller's account ({@code preferred_username}): personal, and not for logs. */
    public Optional<String> username() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.claim("preferred_username")
                : Optional.empty();
    }

    /**
     * The caller's own address, if the token was asked with the scope {@code email} and it is not known to be
     * unconfirmed: personal, and not for logs.
     */
    public Optional<String> address() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && !Boolean.FALSE.equals(
                                token.<Object>claim("email_verified").orElse(null))
                ? token.claim("email")
                : Optional.empty();
    }

    /** The institution the token names, if it names exactly one. */
    public Optional<Tenant> institution() {
        return organization().map(OrganizationClaim.One::tenant);
    }

    /** The alias of that institution. */
    public Optional<String> institutionAlias() {
        return organization().map(OrganizationClaim.One::alias);
    }

    /** Whether the caller holds a role of {@link Roles}, at this institution or on the platform. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    boolean namesSeveralInstitutions() {
        return identity.getAttribute(InstitutionRoles.CLAIM) instanceof OrganizationClaim.Several;
    }

    boolean namesNoInstitution() {
        return identity.getAttribute(InstitutionRoles.CLAIM) instanceof OrganizationClaim.None;
    }

    private Optional<OrganizationClaim.One> organization() {
        return identity.getAttribute(InstitutionRoles.CLAIM) instanceof OrganizationClaim.One one
                ? Optional.of(one)
                : Optional.empty();
    }
}
