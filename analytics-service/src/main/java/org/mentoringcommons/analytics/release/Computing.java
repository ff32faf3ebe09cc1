package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.analytics.cube.Cube;
import org.mentoringcommons.analytics.cube.CubeMaker;
import org.mentoringcommons.analytics.cube.Gate;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.cube.Named;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.Standing;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.study.Agreements;
import org.mentoringcommons.analytics.study.SiteAgreements;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Computes one release: counts through the research role, seals, and audits what would be published. */
@ApplicationScoped
class Computing {

    private final CubeMaker maker;
    private final SealedCubes cubes;
    private final EpsilonLedger ledger;
    private final Leases leases;
    private final Releases releases;
    private final Tables tables;
    private final Conditions conditions;
    private final Studies studies;
    private final Agreements agreements;
    private final SiteAgreements sites;
    private final Institutions institutions;
    private final TenantTransaction transaction;
    private final ReleaseSettings settings;

    Computing(
            CubeMaker maker,
            SealedCubes cubes,
            EpsilonLedger ledger,
            Leases leases,
            Releases releases,
            Tables tables,
            Conditions conditions,
            Studies studies,
            Agreements agreements,
            SiteAgreements sites,
            Institutions institutions,
            TenantTransaction transaction,
            ReleaseSettings settings) {
        this.maker = maker;
        this.cubes = cubes;
        this.ledger = ledger;
        this.leases = leases;
        this.releases = releases;
        this.tables = tables;
        this.conditions = conditions;
        this.studies = studies;
        this.agreements = agreements;
        this.sites = sites;
        this.institutions = institutions;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** What is known outside the research role. */
    private record Frame(Study study, Set<String> sharing, List<Finding> suspended, Named named) {}

    /**
     * Does what is left to do of a release, on a thread that no request brought.
     *
     * @throws Lease.Lost if the release is not to be computed here any more
     */
    @ActivateRequestContext
    void compute(Lease lease) {
        Frame frame = transaction.call(null, () -> frame(lease));
        if (lease.sealed().isPresent()) {
            audit(lease, frame.study(), lease.sealed().get());
        } else if (!frame.suspended().isEmpty()) {
            leases.refused(lease, frame.suspended());
        } else if (ledger.charge(lease, frame.study())) {
            audit(lease, frame.study(), count(lease, frame));
        } else {
            leases.refused(lease, List.of(ledger.spent(frame.study())));
        }
    }

    private Frame frame(Lease lease) {
        Study study = studies.version(lease.study(), lease.studyVersion()).orElseThrow();
        Set<String> sharing = agreements.sharing(lease.study());
        Map<String, String> aliases = institutions.aliases();
        return new Frame(
                study,
                sharing,
                conditions.suspended(sharing).stream()
                        .map(id -> new Finding(
                                "institution-suspended-in-study",
                                aliases.get(id),
                                "may not act at present, and would be shown"))
                        .toList(),
                new Named(sites.agreeing(lease.study()), releases.named(lease.study())));
    }

    private Lease.Sealed count(Lease lease, Frame frame) {
        leases.covers(lease, frame.sharing());
        CubeMaker.Made made = maker.make(frame.study(), cubes.secret(lease.study()), frame.named(), settings.longest());
        Set<String> sharing = transaction.call(null, () -> agreements.sharing(lease.study()));
        if (!sharing.equals(frame.sharing())) {
            throw new IllegalStateException("an institution joined or left in this very moment; begin again");
        }
        String hash = cubes.seal(lease.draft(), lease.attempt(), made.cube().bytes());
        leases.computed(lease, hash, made.answered().bytes());
        return new Lease.Sealed(lease.attempt(), hash);
    }

    private void audit(Lease lease, Study study, Lease.Sealed sealed) {
        Optional<FrozenRelease> before = transaction.call(null, () -> releases.lastOf(lease.study()));
        int edition = before.map(FrozenRelease::edition).orElse(0) + 1;
        Method method = Method.last();
        Publication publication =
                publication(study, cubes.open(lease.draft(), sealed.attempt(), sealed.hash()), method, edition, before);
        if (!publication.gate().passed()) {
            leases.refused(
                    lease,
                    publication.gate().findings().stream()
                            .map(Computing::finding)
                            .toList());
            return;
        }
        cubes.stand(
                lease.draft(),
                sealed.attempt(),
                edition,
                method,
                publication.standing().bytes());
        leases.audited(lease, edition, method, tables.write(publication.published()));
    }

    /** What is published of sealed counts as a study's edition after another; always the same by the same rules. */
    Publication publication(Study study, byte[] cube, Method method, int edition, Optional<FrozenRelease> before) {
        return Publication.of(
                Cube.of(cube),
                study.definition().thresholds(),
                Optional.ofNullable(study.definition().noise()),
                method,
                edition,
                before.map(release -> Standing.of(cubes.standing(release))));
    }

    private static Finding finding(Gate.Finding found) {
        return new Finding(
                "cell-recoverable",
                found.measure() + " of " + found.cell() + ", " + found.figure(),
                "could be told to be between " + found.lower() + " and " + found.upper());
    }
}
