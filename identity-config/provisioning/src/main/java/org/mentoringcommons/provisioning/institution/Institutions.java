package org.mentoringcommons.provisioning.institution;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.keycloak.Sight;
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
    private static final String UNSETTLED = "state = ?1 or settled is null or settled <> version"
            + " or (state = ?2 and retiredAt is null and retainedUntil < ?3) order by alias";
    private static final String SETTLED =
            """
            update institution set settled = version,
                   domains_made = array(select domain from institution_domain where institution = alias order by domain)
            where alias = :alias and version = :version""";

    private final Reach reach;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final AuditTrail trail;
    private final Event<Founded> founded;
    private final Event<Abandoned> abandoned;
    private final Clock clock;

    Institutions(
            Reach reach,
            AdvisoryLock lock,
            Attempt attempt,
            AuditTrail trail,
            Event<Founded> founded,
            Event<Abandoned> abandoned,
            Clock clock) {
        this.reach = reach;
        this.lock = lock;
        this.attempt = attempt;
        this.trail = trail;
        this.founded = founded;
        this.abandoned = abandoned;
        this.clock = clock;
    }

    /** Writes down, unless an earlier attempt has, that an institution and its administrator are wanted. */
    void found(NewInstitution wanted, Newcomer newcomer) {
        if (attempt.hasWritten("institution", wanted.alias()) && findById(wanted.alias()) != null) {
            return;
        }
        requireFree(wanted);
        write(wanted, newcomer);
    }

    /** Nobody else takes any of these until the transaction ends. */
    public void hold(SortedSet<String> aliases, SortedSet<String> domains) {
        aliases.forEach(alias -> lock.take("institution/" + alias));
        domains.forEach(domain -> lock.take("domain/" + domain));
    }

    /** Of these aliases, those that are taken. */
    public Set<String> takenAliases(Collection<String> aliases) {
        return Set.copyOf(find("alias in ?1", aliases).project(AliasOnly.class).stream()
                .map(AliasOnly::alias)
                .toList());
    }

    /** Of these domains, those that are some institution's. */
    @SuppressWarnings("unchecked")
    public Set<String> takenDomains(Collection<String> domains) {
        return Set.copyOf(getEntityManager()
                .createNativeQuery("select domain from institution_domain where domain in (:domains)", String.class)
                .setParameter("domains", domains.isEmpty() ? List.of("") : domains)
                .getResultList());
    }

    /**
     * Writes down that an institution is wanted whose alias and domains were found free in the same transaction.
     *
     * @param newcomer its administrator, or null if it has none yet
     */
    public void write(NewInstitution wanted, Newcomer newcomer) {
        persistAndFlush(new Institution(wanted, clock.instant()));
        trail.record(Deed.of("institution.requested", "institution", wanted.alias())
                .institution(wanted.alias())
                .hub(wanted.hub()));
        if (newcomer != null) {
            founded.fire(new Founded(wanted.alias(), wanted.administrator().username(), newcomer));
        }
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
        attempt.takesBack();
        return true;
    }

    /**
     * An institution within the caller's reach.
     *
     * @throws HttpProblem 404 if there is none, or not for this caller
     */
    public InstitutionView get(String alias) {
        return reached(alias).view();
    }

    /** An institution as it stands, for work that no request's reach can say anything about. */
    public Optional<InstitutionView> known(String alias) {
        return findByIdOptional(alias).map(Institution::view);
    }

    /**
     * As {@link #get}, where something new shall be made.
     *
     * @throws HttpProblem 409 if it is closed
     */
    public InstitutionView open(String alias) {
        Institution institution = reached(alias);
        institution.requireOpen();
        return institution.view();
    }

    /** As {@link #get}, to be changed in the transaction under way. */
    Institution reached(String alias) {
        return find("alias = :alias and " + WITHIN_REACH, reachable().and("alias", alias))
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("institution").problem());
    }

    /** All within the caller's reach, in the order of their aliases. */
    public Page<InstitutionView> within(String after, int limit) {
        return within(new Filter(null, null, null, null), after, limit);
    }

    /** Those organizations that belong to no institution, by id or, before an id is known, by alias. */
    public List<Sight.Listed> without(List<Sight.Listed> organizations) {
        Set<String> known = new HashSet<>();
        find("select alias, organization from Institution").project(Known.class).stream()
                .forEach(institution -> {
                    known.add(institution.alias());
                    known.add(institution.organization());
                });
        return organizations.stream()
                .filter(one -> !known.contains(one.id()) && !known.contains(one.alias()))
                .toList();
    }

    record Known(String alias, String organization) {}

    Page<InstitutionView> within(Filter filter, String after, int limit) {
        Parameters parameters = reachable().and("after", after);
        List<Institution> institutions = find(
                        "alias > :after and " + WITHIN_REACH + filter.conditions(parameters) + " order by alias",
                        parameters)
                .page(0, limit + 1)
                .list();
        return Page.of(institutions, limit).map(Institution::view);
    }

    /** Those that Keycloak is not known to be equal to, and those whose retention is over. */
    List<String> unsettled() {
        return find(UNSETTLED, State.REQUESTED, State.CLOSED, LocalDate.now(clock)).project(AliasOnly.class).stream()
                .map(AliasOnly::alias)
                .toList();
    }

    record AliasOnly(String alias) {}

    /**
     * Remembers that Keycloak has been made equal to this version; if there is a newer one by now, that is still to be
     * done.
     */
    void settled(Institution institution) {
        flush();
        getEntityManager()
                .createNativeQuery(SETTLED)
                .setParameter("alias", institution.alias())
                .setParameter("version", institution.revision().number())
                .executeUpdate();
        getEntityManager().refresh(institution);
    }

    /** Those where survey-service has no account yet, or one with another secret than that of this fingerprint. */
    List<String> withoutRosterReader(String fingerprint) {
        return find(
                        "organization is not null and retiredAt is null"
                                + " and (rosterReader is null or rosterReader <> ?1) order by alias",
                        fingerprint)
                .project(AliasOnly.class)
                .stream()
                .map(AliasOnly::alias)
                .toList();
    }

    /** Remembers what survey-service's account there was made with; it is no change that others would hear of. */
    void rosterReader(String alias, String fingerprint) {
        getEntityManager()
                .createNativeQuery("update institution set roster_reader = :fingerprint where alias = :alias")
                .setParameter("alias", alias)
                .setParameter("fingerprint", fingerprint)
                .executeUpdate();
    }

    /** Aliases and domains are nobody's yet, and will be nobody else's until the transaction ends. */
    private void requireFree(NewInstitution wanted) {
        lock.take("institution/" + wanted.alias());
        if (findByIdOptional(wanted.alias()).isPresent()) {
            throw Refusal.conflict("institution-exists", "There is an institution with this alias")
                    .violation("alias", "is taken")
                    .problem();
        }
        requireFree(wanted.alias(), wanted.domains());
    }

    /** These domains are nobody else's, and will not be until the transaction ends. */
    void requireFree(String alias, Set<String> domains) {
        for (String domain : new TreeSet<>(domains)) {
            lock.take("domain/" + domain);
            if (count("?1 member of domains and alias <> ?2", domain, alias) > 0) {
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
