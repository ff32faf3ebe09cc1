package org.mentoringcommons.curriculum.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.paging.Page;

/** All curricula and their versions. */
@ApplicationScoped
public class Curricula {

    private final EntityManager entities;

    Curricula(EntityManager entities) {
        this.entities = entities;
    }

    /** The version if a workshop can be planned with it: it exists, is published and not retired. */
    public Optional<PublishedVersion> published(String curriculum, String version) {
        return version(curriculum, version)
                .filter(CurriculumVersion::isPublished)
                .map(CurriculumVersion::published);
    }

    /** The version that a workshop was planned with, which may have been retired since. */
    public Optional<PublishedVersion> oncePublished(String curriculum, String version) {
        return version(curriculum, version).filter(found -> !found.isDraft()).map(CurriculumVersion::published);
    }

    /** What there is to teach of a version, once it has been published. */
    public Optional<TaughtVersion> taught(String curriculum, String version) {
        return version(curriculum, version)
                .filter(found -> !found.isDraft())
                .map(found -> found.taught(find(curriculum).orElseThrow().audience()));
    }

    /** The keys of a version's modules in the order they are taught, once it has been published. */
    public Optional<List<String>> modules(String curriculum, String version) {
        return version(curriculum, version).filter(found -> !found.isDraft()).map(CurriculumVersion::moduleKeys);
    }

    Optional<Curriculum> find(String key) {
        return Optional.ofNullable(entities.find(Curriculum.class, key));
    }

    /** One that nobody else describes anew, and no version of which is published, until the transaction ends. */
    Optional<Curriculum> hold(String key) {
        Curriculum found = entities.find(Curriculum.class, key);
        if (found != null) {
            entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(found);
    }

    /** Whether any of its versions was ever published: what it is called is settled then. */
    boolean isSettled(String key) {
        return entities.createQuery(
                                "select count(v) from CurriculumVersion v where v.id.curriculum = :key and v.status <> :draft",
                                Long.class)
                        .setParameter("key", key)
                        .setParameter("draft", VersionStatus.DRAFT)
                        .getSingleResult()
                > 0;
    }

    Optional<CurriculumVersion> version(String curriculum, String version) {
        return Optional.ofNullable(
                entities.find(CurriculumVersion.class, new CurriculumVersion.Id(curriculum, version)));
    }

    void add(Object curriculumOrVersion) {
        entities.persist(curriculumOrVersion);
        flush();
    }

    /** Whether it has not been published until now; nor is it while the transaction lasts. */
    boolean isStillDraft(CurriculumVersion version) {
        entities.refresh(version, LockModeType.PESSIMISTIC_WRITE);
        return version.isDraft();
    }

    /** Takes back a draft, for another in its place. */
    void remove(CurriculumVersion draft) {
        entities.remove(draft);
        flush();
    }

    /** Writes now, so that what somebody else did meanwhile is refused here and not after the answer. */
    void flush() {
        entities.flush();
    }

    /** @param drafts whether drafts are shown as well */
    Page<CurriculumView> after(String key, int limit, boolean drafts) {
        Page<Curriculum> page = Page.of(
                entities.createQuery("from Curriculum where key > :key order by key", Curriculum.class)
                        .setParameter("key", key)
                        .setMaxResults(limit + 1)
                        .getResultList(),
                limit,
                Curriculum::key);
        Map<String, List<CurriculumView.Version>> versions =
                versions(page.items().stream().map(Curriculum::key).toList(), drafts);
        return page.map(curriculum -> curriculum.view(versions.getOrDefault(curriculum.key(), List.of())));
    }

    CurriculumView view(Curriculum curriculum, boolean drafts) {
        return curriculum.view(versions(List.of(curriculum.key()), drafts).getOrDefault(curriculum.key(), List.of()));
    }

    private record VersionOf(String curriculum, String version, VersionStatus status) {}

    private Map<String, List<CurriculumView.Version>> versions(Collection<String> curricula, boolean drafts) {
        return entities.createQuery(
                        """
                        select v.id.curriculum, v.id.version, v.status from CurriculumVersion v
                        where v.id.curriculum in :curricula and (:drafts = true or v.status <> DRAFT) order by v.id.version""",
                        VersionOf.class)
                .setParameter("curricula", curricula)
                .setParameter("drafts", drafts)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        VersionOf::curriculum,
                        Collectors.mapping(
                                of -> new CurriculumView.Version(of.version(), of.status()), Collectors.toList())));
    }
}
