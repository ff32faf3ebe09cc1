package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Makes frozen releases again from what is sealed. Outside any transaction: it may take as long as the first time. */
@ApplicationScoped
class Reproducing {

    private final Releases releases;
    private final SealedCubes cubes;
    private final Computing computing;
    private final Tables tables;
    private final Studies studies;
    private final TenantTransaction transaction;

    Reproducing(
            Releases releases,
            SealedCubes cubes,
            Computing computing,
            Tables tables,
            Studies studies,
            TenantTransaction transaction) {
        this.releases = releases;
        this.cubes = cubes;
        this.computing = computing;
        this.tables = tables;
        this.studies = studies;
        this.transaction = transaction;
    }

    private record Before(Study study, List<Integer> numbers, Optional<FrozenRelease> predecessor) {}

    ReproductionView reproduce(FrozenRelease release) {
        Before before = transaction.call(null, () -> before(release));
        byte[] cube = cubes.open(release.draft(), release.sealedAttempt(), release.cubeHash());
        Publication publication = computing.publication(before.study(), cube, release.edition(), before.predecessor());
        Imprint imprint = new Imprint(
                before.numbers(), before.study(), release.purpose(), release.cubeHash(), release.frozenAt());
        Map<String, Rendered> made = Documents.tables(imprint, tables.read(tables.write(publication.published())));
        List<ReproductionView.One> compared = transaction.call(null, () -> made.entrySet().stream()
                .map(document -> compare(release.number(), document.getKey(), document.getValue()))
                .toList());
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
                studies.version(release.study(), release.studyVersion()).orElseThrow(), numbers, predecessor);
    }

    private ReproductionView.One compare(int number, String name, Rendered made) {
        boolean same = releases.document(number, name)
                .filter(frozen -> Arrays.equals(frozen.body(), made.body()))
                .isPresent();
        return new ReproductionView.One(name, same, Sha256.hex(made.body()));
    }
}
