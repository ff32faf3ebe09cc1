package org.mentoringcommons.curriculum.adaptation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.worksheet.LocalSheets;

/** The adaptations of the institution bound to the request, revision by revision. */
@ApplicationScoped
class Adaptations implements LocalSheets {

    private static final String ADD = "insert into adaptation (id, key) values (:id, :key)";
    private static final String EXISTS = "select count(*) from adaptation where key = :key";
    private static final String ADD_REVISION =
            """
            insert into adaptation_revision (adaptation, revision, base_curriculum, base_version, digest, files)
            values (:id, :revision, :curriculum, :version, :digest, :files)""";
    private static final String HEADS =
            """
            select a.id, a.key, r.revision, r.base_curriculum, r.base_version, r.digest, r.made_at, r.published_at
            from adaptation a join adaptation_revision r on r.tenant = a.tenant and r.adaptation = a.id
            where a.id in (select id from adaptation where (:id = '' or id = cast(nullif(:id, '') as uuid)) and id > :after
                           order by id limit :limit)
            order by a.id, r.revision""";
    private static final String HEAD =
            """
            select a.id, a.key, r.revision, r.base_curriculum, r.base_version, r.digest, r.made_at, r.published_at
            from adaptation a join adaptation_revision r on r.tenant = a.tenant and r.adaptation = a.id
            where a.id = :id and r.revision = :revision""";
    private static final String REVISION =
            """
            select a.id, a.key, r.revision, r.base_curriculum, r.base_version, r.files, r.published_at
            from adaptation a join adaptation_revision r on r.tenant = a.tenant and r.adaptation = a.id
            where a.id = :id and (r.revision = :revision or :revision = 0) order by r.revision desc limit 1""";
    private static final String NEWEST_PUBLISHED =
            """
            select coalesce(max(revision), 0) from adaptation_revision
            where adaptation = :id and published_at is not null""";
    private static final String PUBLISH =
            """
            update adaptation_revision set published_at = now()
            where adaptation = :id and revision = :revision and published_at is null""";

    private final EntityManager entities;
    private final AdaptedWords words;
    private final ObjectMapper json;

    Adaptations(EntityManager entities, AdaptedWords words, ObjectMapper json) {
        this.entities = entities;
        this.words = words;
        this.json = json;
    }

    boolean has(String key) {
        return ((Number) entities.createNativeQuery(EXISTS)
                                .setParameter("key", key)
                                .getSingleResult())
                        .intValue()
                > 0;
    }

    void add(UUID id, String key) {
        entities.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** Of two who add the same number, the second is refused by its key. */
    void add(UUID id, int number, String curriculum, String version, CurriculumPackage whole) {
        entities.createNativeQuery(ADD_REVISION)
                .setParameter("id", id)
                .setParameter("revision", number)
                .setParameter("curriculum", curriculum)
                .setParameter("version", version)
                .setParameter("digest", whole.digest())
                .setParameter("files", write(whole.files()))
                .executeUpdate();
        words.keep(id, number, whole);
    }

    AdaptationView get(UUID id) {
        return views(id.toString(), new UUID(0, 0), 1).stream()
                .findFirst()
                .orElseThrow(AdaptationProblem::noSuchAdaptation);
    }

    List<AdaptationView> after(UUID id, int limit) {
        return views("", id, limit);
    }

    @SuppressWarnings("unchecked")
    private List<AdaptationView> views(String id, UUID after, int limit) {
        List<Object[]> rows = entities.createNativeQuery(HEADS)
                .setParameter("id", id)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        Map<Object, List<Object[]>> byId =
                rows.stream().collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .map(found -> new AdaptationView(
                        (UUID) found.get(0)[0],
                        (String) found.get(0)[1],
                        found.stream().map(Adaptations::revision).toList()))
                .toList();
    }

    private static AdaptationView.RevisionView revision(Object[] row) {
        return new AdaptationView.RevisionView(
                ((Number) row[2]).intValue(),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6],
                (Instant) row[7]);
    }

    Revision newest(UUID id) {
        return find(id, 0).orElseThrow(AdaptationProblem::noSuchAdaptation);
    }

    Revision revision(UUID id, int number) {
        return find(id, number == 0 ? -1 : number).orElseThrow(AdaptationProblem::noSuchRevision);
    }

    @Override
    public Optional<LocalSheet> published(UUID id, int number, String worksheet) {
        return find(id, number < 1 ? -1 : number)
                .filter(Revision::isPublished)
                .flatMap(revision -> revision.whole().worksheets().stream()
                        .filter(file -> file.key().equals(worksheet))
                        .findFirst()
                        .map(file -> new LocalSheet(revision.baseCurriculum(), revision.baseVersion(), file)));
    }

    /** What can be said of a revision without reading its files. */
    @SuppressWarnings("unchecked")
    AdaptationView.RevisionView head(UUID id, int number) {
        List<Object[]> rows = entities.createNativeQuery(HEAD)
                .setParameter("id", id)
                .setParameter("revision", number)
                .getResultList();
        return rows.stream().findFirst().map(Adaptations::revision).orElseThrow(AdaptationProblem::noSuchRevision);
    }

    @SuppressWarnings("unchecked")
    private Optional<Revision> find(UUID id, int number) {
        List<Object[]> rows = entities.createNativeQuery(REVISION)
                .setParameter("id", id)
                .setParameter("revision", number)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Revision(
                        (UUID) row[0],
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        (String) row[4],
                        CurriculumPackage.of(read((String) row[5])),
                        (Instant) row[6]));
    }

    /** {@return false if somebody else did meanwhile} */
    boolean publish(Revision revision) {
        boolean published = entities.createNativeQuery(PUBLISH)
                        .setParameter("id", revision.adaptation())
                        .setParameter("revision", revision.number())
                        .executeUpdate()
                == 1;
        if (published) {
            words.keep(revision.adaptation(), revision.number(), revision.whole());
        }
        return published;
    }

    /** Keeps the words of those revisions that are searched. */
    void readAgain(UUID id) {
        Revision newest = newest(id);
        words.keep(id, newest.number(), newest.whole());
        int published = ((Number) entities.createNativeQuery(NEWEST_PUBLISHED)
                        .setParameter("id", id)
                        .getSingleResult())
                .intValue();
        find(id, published == 0 ? -1 : published).ifPresent(it -> words.keep(id, it.number(), it.whole()));
    }

    private String write(Map<String, String> files) {
        try {
            return json.writeValueAsString(files);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String files) {
        try {
            return json.readValue(files, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
