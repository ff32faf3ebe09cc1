package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Makes frozen releases again from what is sealed: what was approved, and the documents that are all numbers. How pages and
 * figures look may change. Beside requests: it takes as much, and as long, as computing a release.
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
    private final Reproductions reproductions;

    Reproducing(
            Reproductions reproductions,
            Releases releases,
            Drafts drafts,
            SealedCubes cubes,
            Computing computing,
            Tables tables,
            Studies studies,
            TenantTransaction transaction) {
        this.reproductions = reproductions;
        this.releases = releases;
        this.drafts = drafts;
        this.cubes = cubes;
        this.computing = computing;
        this.tables = tables;
        this.studies = studies;
        this.transaction = transaction;
    }

    private record Before(
            FrozenRelease release,
            Method method,
            Study study,
            List<Integer> numbers,
            Optional<FrozenRelease> predecessor,
            String candidateHash) {}

    /** {@return the rules that a release is made again by} Who asks for one of others is told which software has them. */
    static Method method(FrozenRelease release) {
        return Method.of(release.methodVersion()).orElseThrow(() -> Refusal.conflict(
                        "release-of-another-method", "The release was worked out by rules that are not built in here")
                .detail(Method.revisionOf(release.methodVersion())
                        .map(revision -> "The software's revision " + revision
                                + " is the last that has them: run it on a copy" + " of the database, and ask it.")
                        .orElse("They are newer: ask an instance of a later version of the software."))
                .violation(
                        "methodVersion",
                        "is " + release.methodVersion() + ", this service has "
                                + Arrays.stream(Method.values())
                                        .map(Method::version)
                                        .collect(Collectors.joining(", ")))
                .problem());
    }

    /** Makes a release again, on a thread that no request brought. */
    @ActivateRequestContext
    void reproduce(Reproductions.Turn turn) {
        Before before = transaction.call(
                null, () -> before(releases.find(turn.release()).orElseThrow()));
        FrozenRelease release = before.release();
        byte[] cube = cubes.open(release.draft(), release.sealedAttempt(), release.cubeHash());
        Publication publication =
                computing.publication(before.study(), cube, before.method(), release.edition(), before.predecessor());
        Imprint imprint = new Imprint(
                before.numbers(),
                before.study(),
                release.purpose(),
                release.cubeHash(),
                before.method(),
                release.frozenAt());
        byte[] candidate = tables.write(publication.published());
        Map<String, Rendered> made = Documents.numbers(imprint, tables.read(candidate));
        List<Reproduced.One> compared = new ArrayList<>();
        compared.add(new Reproduced.One(
                CANDIDATE, Sha256.hex(candidate).equals(before.candidateHash()), Sha256.hex(candidate)));
        transaction.run(
                null, () -> made.forEach((name, document) -> compared.add(compare(release.number(), name, document))));
        reproductions.made(turn, release, Reproduced.of(Sha256.hex(cube), compared));
    }

    private Before before(FrozenRelease release) {
        List<Integer> numbers = releases.numbersOf(release.study()).subList(0, release.edition());
        Optional<FrozenRelease> predecessor =
                release.edition() == 1 ? Optional.empty() : releases.find(numbers.get(release.edition() - 2));
        return new Before(
                release,
                method(release),
                studies.version(release.study(), release.studyVersion()).orElseThrow(),
                numbers,
                predecessor,
                drafts.find(release.study(), release.draft()).orElseThrow().candidateHash());
    }

    private Reproduced.One compare(int number, String name, Rendered made) {
        boolean same = releases.document(number, name)
                .filter(frozen -> Arrays.equals(frozen.body(), made.body()))
                .isPresent();
        return new Reproduced.One(name, same, Sha256.hex(made.body()));
    }
}
