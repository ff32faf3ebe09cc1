package org.mentoringcommons.provisioning.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** What a campus announces without proof that it is the campus; it waits for an administrator's yes. */
@Entity
@Table(name = "sign_in_proposal")
class Proposal {

    @Id
    private String institution;

    private String singleSignOn;
    private boolean posts;
    private String[] certificates;

    @Column(name = "announced_at")
    private Instant since;

    protected Proposal() {}

    Proposal(String institution) {
        this.institution = institution;
    }

    /** Announced again, or something else in its place. */
    void announce(SamlMetadata metadata, Instant now) {
        singleSignOn = metadata.singleSignOn();
        posts = metadata.posts();
        certificates = metadata.certificates().toArray(String[]::new);
        since = now;
    }

    /** @param issuer what the campus calls itself, which a proposal never changes */
    SamlMetadata metadata(String issuer) {
        return new SamlMetadata(issuer, singleSignOn, posts, List.of(certificates));
    }

    ProposalView view(String issuer) {
        SamlMetadata metadata = metadata(issuer);
        return new ProposalView(
                metadata.digest(), singleSignOn, metadata.certificates(), metadata.fingerprints(), since);
    }
}
