package org.mentoringcommons.provisioning.institution;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.reach.Reach;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.tenancy.Refusal;

/** All institutions; requests see those within their reach. */
@ApplicationScoped
@Transactional
public class Institutions implements PanacheRepositoryBase<Institution, String> {

    private static final String WITHIN_REACH = "(:all = true or hub = :hub or organization = :organization)";

    private final Reach reach;
    private final AdvisoryLock lock;
    private final Event<Founded> founded;
    private final Event<Abandoned> abandoned;
    private final Clock clock;

    Institutions(Reach reach, AdvisoryLock lock, Event<Founded> founded, Event<Abandoned> abandoned, Clock clock) {
        this.reach = reach;
        this.lock = lock;
        this.founded = founded;
        this.abandoned = abandoned;
        this.clock = clock;
    }

    /** Writes down that an institution and its administrator are wanted. */
    void found(NewInstitution wanted, Newcomer newcomer) {
        requireFree(wanted);
        persistAndFlush(new Institution(wanted, clock.instant()));
        founded.fire(new Founded(wanted.alias(), wanted.administrator().username(), newcomer));
    }

    /**
     * Forgets an institution that turned out to be impossible.
     *
     * @return false if it has its organization after all, and stays
     */
    boolean abandon(String alias) {
        lock.take("institution/" + alias);
        Institution institution = findById(alias);
        if (institution == null || !institution.isRequested()) {
            return false;
        }
        abandoned.fire(new Abandoned(alias));
        delete(institution);
        return true;
    }

    /**
     * An institution within the caller's reach.
     *
     * @throws HttpProblem 404 if there is none, or not for this caller
     */
    public InstitutionView get(String alias) {
        return find("alias = :alias and " + WITHIN_REACH, reachable().and("alias", alias))
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("institution").problem())
                .view();
    }

    Page<InstitutionView> within(String after, int limit) {
        List<Institution> institutions = find(
                        "alias > :after and " + WITHIN_REACH + " order by alias",
                        reachable().and("after", after))
                .page(0, limit + 1)
                .list();
        return Page.of(institutions, limit).map(Institution::view);
    }

    List<String> requested() {
        return find("state = ?1 order by alias", State.REQUESTED).stream()
                .map(Institution::alias)
                .toList();
    }

    /** Aliases and domains are nobody's yet, and will be nobody else's until the transaction ends. */
    private void requireFree(NewInstitution wanted) {
        lock.take("institution/" + wanted.alias());
        if (findByIdOptional(wanted.alias()).isPresent()) {
            throw Refusal.conflict("institution-exists", "There is an institution with this alias")
                    .violation("alias", "is taken")
                    .problem();
        }
        for (String domain : new TreeSet<>(wanted.domains())) {
            lock.take("domain/" + domain);
            if (count("?1 member of domains", domain) > 0) {
                throw Refusal.conflict("domain-taken", "Another institution has this e-mail domain")
                        .violation("domains", domain + " belongs to another institution")
                        .problem();
            }
        }
    }

    private Parameters reachable() {
        return Parameters.with("all", reach.isUnlimited())
                .and("hub", reach.hub().orElse(""))
                .and("organization", reach.organization().orElse(""));
    }
}
