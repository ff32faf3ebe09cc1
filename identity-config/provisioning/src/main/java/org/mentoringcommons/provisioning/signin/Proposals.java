package org.mentoringcommons.provisioning.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What campuses announce without proof, at most one an institution: what was announced last. */
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, String> {}
