package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Makes frozen releases again from what is sealed: what was approved, and the documents that are all numbers. How pages and
 * figures look may change. Outside any transaction: it may take as long as the first time.
 */
@ApplicationScoped
class Reproducing {

    /** What the second person approved, as it was stored. */
    private static final String CANDIDATE = "candidate";

    private final Releases releases;
    private final Drafts drafts;
    private final SealedCubes cubes;
    private final Computing computing;
    private final Tables tables;
    private final Studies studies;
    private final TenantTransaction transaction;

    Reproducing(
            Releases releases,
            Drafts drafts,
            SealedCubes cubes,
            Computing computing,
            Tables tables,
            Studies studies,
            TenantTransaction transaction) {
        this.releases = releases;
        this.drafts = drafts;
        this.cubes = cubes;
        this.computing = computing;
        this.tables = tables;
        this.studies = studies;
        this.transaction = transaction;
    }

    private record Before(
            Study study, List<Integer> numbers, Optional<FrozenRelease> predecessor, String candidateHash) {}

    /** It takes as much as computing a release: an instance does it once at a time, however many ask. */
    private final Semaphore once = new Semaphore(1);

    ReproductionView reproduce(FrozenRelease release) {
        if (!release.methodVersion().equals(Publication.METHOD)) {
            throw Refusal.conflict(
                            "release-of-another-method", "The release was worked out by rules of another version")
                    .detail("It is made again by the version of the service that has them.")
                    .violation(
                            "methodVersion",
                            "is " + release.methodVersion() + ", this service has " + Publication.METHOD)
                    .problem();
        }
        if (!once.tryAcquire()) {
            throw Refusal.conflict("reproduction-under-way", "A release is being made again; ask when it is done")
                    .problem();
        }
        try {
            return made(release);
        } finally {
            once.release();
        }
    }

    private ReproductionView made(FrozenRelease release) {
        Before before = transaction.call(null, () -> before(release));
        byte[] cube = cubes.open(release.draft(), release.sealedAttempt(), release.cubeHash());
        Publication publication = computing.publication(before.study(), cube, release.edition(), before.predecessor());
        Imprint imprint = new Imprint(
                before.numbers(), before.study(), release.purpose(), release.cubeHash(), release.frozenAt());
        byte[] candidate = tables.write(publication.published());
        Map<String, Rendered> made = Documents.numbers(imprint, tables.read(candidate));
        List<ReproductionView.One> compared = new ArrayList<>();
        compared.add(new ReproductionView.One(
                CANDIDATE, Sha256.hex(candidate).equals(before.candidateHash()), Sha256.hex(candidate)));
        transaction.run(
                null, () -> made.forEach((name, document) -> compared.add(compare(release.number(), name, document))));
        return new ReproductionView(
                release.number(),
                Sha256.hex(cube),
                compared.stream().allMatch(ReproductionView.One::reproduced),
                compared);
    }

    private Before before(FrozenRelease release) {
        List<Integer> numbers = releases.numbersOf(release.study()).subList(0, release.edition());
        Optional<FrozenRelease> predecessor =
                release.edition() == 1 ? Optional.empty() : releases.find(numbers.get(release.edition() - 2));
        return new Before(
                studies.version(release.study(), release.studyVersion()).orElseThrow(),
                numbers,
                predecessor,
                drafts.find(release.study(), release.draft()).orElseThrow().candidateHash());
    }

    private ReproductionView.One compare(int number, String name, Rendered made) {
        boolean same = releases.document(number, name)
                .filter(frozen -> Arrays.equals(frozen.body(), made.body()))
                .isPresent();
        return new ReproductionView.One(name, same, Sha256.hex(made.body()));
    }
}
