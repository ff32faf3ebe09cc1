package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringcommons.provisioning.drift.Besides;
import org.mentoringcommons.provisioning.drift.Difference;
import org.mentoringcommons.provisioning.drift.Difference.What;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders;
import org.mentoringcommons.provisioning.keycloak.Sight;

/** Lays a campus login beside the one that Keycloak has, and tells what the campus announces and nobody has accepted. */
@ApplicationScoped
class SignInDrift implements Besides {

    private static final String SECRET = "clientSecret"; // Keycloak does not show it
    private static final String CERTIFICATES = "signingCertificate";

    private final SignIns signIns;
    private final Proposals proposals;
    private final Sight keycloak;

    SignInDrift(SignIns signIns, Proposals proposals, Sight keycloak) {
        this.signIns = signIns;
        this.proposals = proposals;
        this.keycloak = keycloak;
    }

    @Override
    @Transactional
    public List<Difference> of(InstitutionView institution) {
        List<Difference> differences = new ArrayList<>();
        signIns.findByIdOptional(institution.alias())
                .filter(signIn -> !signIn.isLeaving())
                .ifPresent(signIn -> {
                    if (signIn.isActive()) {
                        compare(institution, signIn, differences);
                    } else {
                        differences.add(new Difference(
                                institution.alias(), What.UNSETTLED, signIn.domain(), signIn.issuer(), null));
                    }
                    announced(institution, signIn).ifPresent(differences::add);
                });
        return differences;
    }

    private void compare(InstitutionView institution, SignIn signIn, List<Difference> differences) {
        IdentityProviders.Campus wanted = signIn.campus(institution.name(), null);
        Optional<Sight.Login> found = keycloak.login(wanted.alias());
        Map<String, String> registry = new TreeMap<>(wanted.login().config());
        registry.remove(SECRET);
        registry.put("domain", wanted.domain());
        registry.put("enabled", "true");
        registry.put("organization", institution.id());
        if (found.isEmpty()) {
            differences.add(new Difference(institution.alias(), What.SIGN_IN, signIn.domain(), signIn.issuer(), null));
            return;
        }
        registry.forEach((setting, value) -> {
            String there = found.get().settings().get(setting);
            if (!value.equals(there)) {
                differences.add(new Difference(
                        institution.alias(), What.SIGN_IN, setting, shown(setting, value), shown(setting, there)));
            }
        });
    }

    private Optional<Difference> announced(InstitutionView institution, SignIn signIn) {
        return proposals
                .findByIdOptional(institution.alias())
                .map(proposal -> new Difference(
                        institution.alias(),
                        What.PROPOSED_KEYS,
                        signIn.domain(),
                        String.join(" ", signIn.held().fingerprints()),
                        String.join(" ", proposal.metadata(signIn.issuer()).fingerprints())));
    }

    private static String shown(String setting, String value) {
        return setting.equals(CERTIFICATES) && value != null
                ? Arrays.stream(value.split(",")).map(Certificates::fingerprint).collect(Collectors.joining(" "))
                : value;
    }
}
