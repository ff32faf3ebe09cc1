package org.mentoringcommons.curriculum.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.authoring.PackageProblem;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.tenancy.TenantBinding;

/** Forks shared versions, takes rewritten packages in, and merges what is new upstream: a revision each. */
@ApplicationScoped
class Forking {

    private final Adaptations adaptations;
    private final Contents contents;
    private final Curricula curricula;
    private final TenantBinding binding;
    private final AuditTrail trail;

    Forking(Adaptations adaptations, Contents contents, Curricula curricula, TenantBinding binding, AuditTrail trail) {
        this.adaptations = adaptations;
        this.contents = contents;
        this.curricula = curricula;
        this.binding = binding;
        this.trail = trail;
    }

    /** The shared version under another key and title; every file but the manifest is the same. */
    UUID fork(NewAdaptation wanted) {
        if (adaptations.has(wanted.key())) {
            throw AdaptationProblem.keyTaken();
        }
        requireTaught(wanted.curriculum(), wanted.version());
        CurriculumPackage base = published(wanted.curriculum(), wanted.version());
        Manifest theirs = base.manifest();
        Manifest manifest = new Manifest(
                theirs.format(),
                new Manifest.Work(
                        wanted.key(),
                        wanted.title().strip(),
                        theirs.curriculum().audience()),
                "1.0.0",
                new Manifest.Source(wanted.curriculum(), wanted.version()),
                theirs.languages(),
                theirs.licence(),
                theirs.citation(),
                theirs.attribution(),
                "Adapted from " + wanted.curriculum() + " " + wanted.version() + ".",
                theirs.evidence(),
                theirs.modules(),
                theirs.worksheets());
        Map<String, String> files = new LinkedHashMap<>(base.files());
        files.put(Manifest.FILE, manifest.write());
        UUID id = UUID.randomUUID();
        adaptations.add(id, wanted.key());
        adaptations.add(id, 1, wanted.curriculum(), wanted.version(), CurriculumPackage.of(files));
        note("adaptation.forked", id, "from " + wanted.curriculum() + " " + wanted.version());
        return id;
    }

    /** What was rewritten outside; the same package again is no new revision. */
    void rewrite(UUID id, int basedOn, byte[] zip) {
        Revision newest = newest(id, basedOn);
        Faults faults = new Faults();
        CurriculumPackage whole =
                CurriculumPackage.read(ZipFiles.read(zip, faults), faults).orElse(null);
        if (faults.any()) {
            throw PackageProblem.malformed(faults);
        }
        Manifest manifest = whole.manifest();
        if (!manifest.curriculum().key().equals(newest.key())
                || !new Manifest.Source(newest.baseCurriculum(), newest.baseVersion()).equals(manifest.adaptedFrom())) {
            throw AdaptationProblem.notItsPackage(newest.key(), newest.baseCurriculum(), newest.baseVersion());
        }
        if (!whole.digest().equals(newest.whole().digest())) {
            adaptations.add(id, basedOn + 1, newest.baseCurriculum(), newest.baseVersion(), whole);
            note("adaptation.rewritten", id, "revision " + (basedOn + 1));
        }
    }

    ThreeWay threeWay(Revision ours, String version) {
        return new ThreeWay(
                published(ours.baseCurriculum(), ours.baseVersion()),
                ours.whole(),
                published(ours.baseCurriculum(), version));
    }

    /** Takes what is new in a version, as far as wanted; from then on that version is the base. */
    void merge(UUID id, NewMerge wanted) {
        Revision ours = newest(id, wanted.basedOn());
        requireTaught(ours.baseCurriculum(), wanted.version());
        ThreeWay threeWay = threeWay(ours, wanted.version());
        List<Offer> offers = threeWay.offers();
        requireOffered(offers, wanted);
        List<String> undecided = offers.stream()
                .filter(Offer::conflict)
                .map(Offer::unit)
                .filter(unit -> !wanted.take().contains(unit) && !wanted.keep().contains(unit))
                .toList();
        if (!undecided.isEmpty()) {
            throw AdaptationProblem.undecided(undecided);
        }
        Set<String> taken = new LinkedHashSet<>();
        offers.stream()
                .map(Offer::unit)
                .filter(unit -> !wanted.keep().contains(unit))
                .forEach(taken::add);
        Faults faults = new Faults();
        CurriculumPackage merged =
                Merged.of(threeWay, taken, faults).orElseThrow(() -> AdaptationProblem.doesNotGoTogether(faults));
        adaptations.add(id, wanted.basedOn() + 1, ours.baseCurriculum(), wanted.version(), merged);
        note("adaptation.merged", id, "with " + ours.baseCurriculum() + " " + wanted.version());
    }

    private static void requireOffered(List<Offer> offers, NewMerge wanted) {
        Set<String> offered =
                new LinkedHashSet<>(offers.stream().map(Offer::unit).toList());
        Set<String> strange = new LinkedHashSet<>(wanted.take());
        strange.addAll(wanted.keep());
        strange.removeAll(offered);
        wanted.take().stream().filter(wanted.keep()::contains).forEach(strange::add);
        if (!strange.isEmpty()) {
            throw AdaptationProblem.notOffered(List.copyOf(strange));
        }
    }

    void publish(UUID id, int number) {
        Revision revision = adaptations.revision(id, number);
        if (revision.isPublished() || !adaptations.publish(revision)) {
            throw AdaptationProblem.alreadyPublished();
        }
        note("adaptation.published", id, "revision " + number);
    }

    private Revision newest(UUID id, int basedOn) {
        Revision newest = adaptations.newest(id);
        if (newest.number() != basedOn) {
            throw AdaptationProblem.changedMeanwhile(newest.number());
        }
        return newest;
    }

    CurriculumPackage published(String curriculum, String version) {
        return contents.published(curriculum, version).orElseThrow(AdaptationProblem::unknownVersion);
    }

    /** No workshop could be planned with what is based on a retired one. */
    private void requireTaught(String curriculum, String version) {
        curricula.published(curriculum, version).orElseThrow(AdaptationProblem::unknownVersion);
    }

    private void note(String action, UUID id, String detail) {
        trail.record(Deed.of(action, "adaptation", id.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(detail));
    }
}
