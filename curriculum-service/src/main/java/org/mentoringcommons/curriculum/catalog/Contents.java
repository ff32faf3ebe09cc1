package org.mentoringcommons.curriculum.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.WorksheetFile;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.curriculum.shelf.Shelf;

/** What the versions that all institutions share teach. */
@ApplicationScoped
public class Contents {

    private static final int SEALS_AT_MOST = 10_000;

    private final EntityManager entities;
    private final Curricula curricula;
    private final Shelf shelf;
    private final Map<CurriculumVersion.Id, Seal> published = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CurriculumVersion.Id, Seal> eldest) {
            return size() > SEALS_AT_MOST;
        }
    });

    Contents(EntityManager entities, Curricula curricula) {
        this.entities = entities;
        this.curricula = curricula;
        this.shelf = Shelf.ofThePlatform(entities);
    }

    /**
     * What names the content of a version, asked without reading it.
     *
     * @param digest of all its files
     */
    public record Seal(String digest, VersionStatus status) {

        /** How long an answer made of the content may be kept. */
        public Kept kept() {
            return status == VersionStatus.DRAFT ? Kept.UNTIL_CHANGED : Kept.FOR_GOOD;
        }
    }

    /**
     * The version's seal; a draft does not exist for those who may not see drafts. Of a version once published nothing is
     * asked again: what its seal says of the content is true for good, and its status at the time it was asked.
     */
    public Seal seal(String curriculum, String version, boolean drafts) {
        CurriculumVersion.Id id = new CurriculumVersion.Id(curriculum, version);
        Seal known = published.get(id);
        if (known != null) {
            return known;
        }
        Seal seal = sealNow(curriculum, version, drafts);
        if (seal.status() != VersionStatus.DRAFT) {
            published.put(id, seal);
        }
        return seal;
    }

    /** As {@link #seal}, with the status it has at this moment. */
    Seal sealNow(String curriculum, String version, boolean drafts) {
        return entities.createQuery(
                        """
                        select coalesce(v.digest, concat('number-', v.id.version)), v.status from CurriculumVersion v
                        where v.id.curriculum = :curriculum and v.id.version = :version""",
                        Seal.class)
                .setParameter("curriculum", curriculum)
                .setParameter("version", version)
                .getResultStream()
                .filter(seal -> drafts || seal.status() != VersionStatus.DRAFT)
                .findFirst()
                .orElseThrow(CatalogProblem::noSuchVersion);
    }

    /** A module with its parts. */
    ModuleText module(String curriculum, String version, String key) {
        CurriculumModule module = curricula
                .version(curriculum, version)
                .flatMap(found -> found.module(key))
                .orElseThrow(CatalogProblem::noSuchModule);
        return new ModuleText(module.described(), shelf.parts(curriculum, version, key));
    }

    /** A worksheet, if the version has it. */
    Optional<WorksheetFile> worksheet(String curriculum, String version, String key) {
        return shelf.worksheet(curriculum, version, key);
    }

    /** A worksheet of a version that has been published. */
    public Optional<WorksheetFile> publishedWorksheet(String curriculum, String version, String key) {
        return curricula
                .version(curriculum, version)
                .filter(found -> !found.isDraft())
                .flatMap(found -> worksheet(curriculum, version, key));
    }

    /** The whole content, of a published version or a draft. */
    public Optional<CurriculumPackage> whole(String curriculum, String version) {
        return curricula.version(curriculum, version).map(found -> found.manifest()
                .map(manifest -> whole(manifest, shelf.files(curriculum, version)))
                .orElseGet(() -> CurriculumPackage.withoutTexts(
                        found.described(curricula.find(curriculum).orElseThrow()))));
    }

    private static CurriculumPackage whole(String manifest, Map<String, String> texts) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, manifest);
        files.putAll(texts);
        return CurriculumPackage.of(files);
    }

    /** The whole content of a version that has been published. */
    public Optional<CurriculumPackage> published(String curriculum, String version) {
        return curricula
                .version(curriculum, version)
                .filter(found -> !found.isDraft())
                .flatMap(found -> whole(curriculum, version));
    }

    /** What there is of this version. */
    public Drafted drafted(String curriculum, String version) {
        return curricula
                .version(curriculum, version)
                .map(found -> new Drafted(found.digest(), !found.isDraft()))
                .orElse(Drafted.NONE);
    }

    /** Adds what the catalog has against a package to its faults. */
    public void check(CurriculumPackage whole, Faults faults) {
        Manifest manifest = whole.manifest();
        Manifest.Source source = manifest.adaptedFrom();
        if (source != null
                && curricula
                        .oncePublished(source.curriculum(), source.version())
                        .isEmpty()) {
            faults.add(Manifest.FILE, 0, "adaptedFrom is no published version of this catalog");
        }
        curricula
                .find(manifest.curriculum().key())
                .filter(known -> !known.isCalledAsIn(manifest) && curricula.isSettled(known.key()))
                .map(Curriculum::work)
                .ifPresent(work -> faults.add(
                        Manifest.FILE,
                        0,
                        "the curriculum " + work.key() + " was published as \"" + work.title() + "\" for "
                                + work.audience()));
    }

    /**
     * Publishes a draft. The first one settles what the curriculum is called, and for whom it is.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if another was published that calls it otherwise
     */
    public void publish(String curriculum, String version, Instant now) {
        Curriculum known = curricula.hold(curriculum).orElseThrow(CatalogProblem::noSuchVersion);
        CurriculumVersion draft = curricula.version(curriculum, version).orElseThrow(CatalogProblem::noSuchVersion);
        draft.manifest().map(Manifest::read).ifPresent(described -> describe(known, described));
        draft.publish(now);
        curricula.flush();
    }

    /** As long as nothing was published; afterwards it is not called otherwise. */
    private void describe(Curriculum known, Manifest described) {
        if (!curricula.isSettled(known.key())) {
            known.describe(described);
            curricula.flush(); // before anything is published
        } else if (!known.isCalledAsIn(described)) {
            throw CatalogProblem.settled(known.work());
        }
    }

    /**
     * Drafts it, in place of the same version's draft if there is one. The curriculum is announced if it is new, and described
     * anew as long as none of its versions was published.
     */
    public void draft(CurriculumPackage whole) {
        Manifest manifest = whole.manifest();
        String curriculum = manifest.curriculum().key();
        curricula
                .hold(curriculum)
                .ifPresentOrElse(known -> describe(known, manifest), () -> curricula.add(new Curriculum(manifest)));
        curricula.version(curriculum, manifest.version()).ifPresent(draft -> {
            if (!curricula.isStillDraft(draft)) {
                throw CatalogProblem.versionExists(); // published since it was looked at
            }
            shelf.clear(curriculum, manifest.version());
            curricula.remove(draft);
        });
        curricula.add(new CurriculumVersion(whole));
        shelf.put(curriculum, manifest.version(), whole);
    }
}
