package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.OrganizationPart;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.person.RefusedPerson;

/** Makes Keycloak send people to the campus logins that the registry wants. */
@ApplicationScoped
class SignInPart implements OrganizationPart {

    private final SignIns signIns;
    private final Institutions institutions;
    private final IdentityProviders providers;

    SignInPart(SignIns signIns, Institutions institutions, IdentityProviders providers) {
        this.signIns = signIns;
        this.institutions = institutions;
        this.providers = providers;
    }

    @Override
    public List<String> unsettledInstitutions() {
        return signIns.unsettledInstitutions();
    }

    @Override
    public Map<String, String> domainsNeeded(String institution) {
        return signIns.domain(institution)
                .map(domain -> Map.of(domain, "is that of the campus login, which must be changed or removed first"))
                .orElse(Map.of());
    }

    @Override
    public void settle(String institution, String organization) {
        signIns.unsettled(institution).ifPresent(signIn -> {
            if (signIn.isLeaving()) {
                providers.remove(organization, SignIn.alias(institution));
                signIns.delete(signIn);
            } else {
                put(signIn, organization);
            }
        });
    }

    private void put(SignIn signIn, String organization) {
        Optional<String> secret = signIns.open(signIn);
        if (signIn.sealedSecret().isPresent() && secret.isEmpty()) {
            signIn.refuse(new RefusedPerson("clientSecret", "cannot be read any more; give it again"));
            return;
        }
        try {
            String name = institutions.known(signIn.institution()).orElseThrow().name();
            providers.put(organization, signIn.campus(name, secret.orElse(null)));
            signIn.activate();
        } catch (Refused refused) {
            signIn.refuse(
                    new RefusedPerson(refused.field() == null ? "issuer" : refused.field(), refused.getMessage()));
        }
    }
}
