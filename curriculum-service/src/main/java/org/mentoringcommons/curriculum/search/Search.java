package org.mentoringcommons.curriculum.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.curriculum.content.Edition;

/**
 * Full-text search over the newest published version of each curriculum, and over what is different in the institution's own:
 * its newest revisions for who facilitates, the newest published ones for everybody else there. A word in a title outweighs it in a text, however
 * often it stands there. To rank is to read: of parts that have the words in their title, and of all others, so many are
 * ranked, so that a word that stands everywhere costs no more than one that tells something.
 */
@ApplicationScoped
class Search {

    private static final int CANDIDATES = 500;

    /** Once, not for every row that is ranked. */
    private static final String READ =
            """
            select cast(websearch_to_tsquery('english', :words) || websearch_to_tsquery('simple', :words) as text)""";

    private static final String ASKED = "cast(:asked as tsquery)";

    private static final String LANGUAGE =
            "case p.language when 'en' then 'english'::regconfig else 'simple'::regconfig end";

    /** As the index has it. */
    private static final String TITLE = "to_tsvector(" + LANGUAGE + ", p.title)";

    /** {@code %1$s}: the words this edition reads. */
    private static final String SOME =
            """
            select p.curriculum, p.version, p.module, p.key, p.kind, p.title, p.body, p.facilitation, p.language,
                   ts_rank(p.%1$s, {asked}) as rank, cast(null as uuid) as adaptation, null as own_key, 0 as revision
            from part p
            join curriculum_version v on (v.curriculum, v.version) = (p.curriculum, p.version)
            join curriculum c on c.key = p.curriculum
            where p.%1$s @@ {asked}
              and v.status = 'PUBLISHED' and (cast(:audience as text) is null or c.audience = :audience)
              and not exists (
                select from curriculum_version newer
                where newer.curriculum = v.curriculum and newer.status = 'PUBLISHED'
                  and (newer.numbers, newer.published_at) > (v.numbers, v.published_at))""";

    /** What is word for word in the shared version that is searched is found there. */
    private static final String OWN =
            """
            select r.base_curriculum, r.base_version, p.module, p.key, p.kind, p.title, p.body, p.facilitation, p.language,
                   ts_rank(p.%1$s, {asked}), p.adaptation, a.key, p.revision
            from adaptation_part p
            join adaptation a on (a.tenant, a.id) = (p.tenant, p.adaptation)
            join adaptation_revision r on (r.tenant, r.adaptation, r.revision) = (p.tenant, p.adaptation, p.revision)
            join curriculum c on c.key = r.base_curriculum
            where p.%1$s @@ {asked}
              and (cast(:audience as text) is null or c.audience = :audience)
              and p.revision = (
                select max(newest.revision) from adaptation_revision newest
                where (newest.tenant, newest.adaptation) = (p.tenant, p.adaptation)
                  and (:facilitators or newest.published_at is not null))
              and not exists (
                select from part shared
                where shared.curriculum = r.base_curriculum and (shared.module, shared.key) = (p.module, p.key)
                  and shared.source = p.source
                  and shared.version = (
                    select version from curriculum_version v
                    where v.curriculum = r.base_curriculum and v.status = 'PUBLISHED'
                    order by v.numbers desc, v.published_at desc limit 1))
            order by not {title} @@ {asked} limit :candidates""";

    private static final String FIND = ("with titled as materialized (" + SOME
                    + " and {title} @@ {asked} limit :candidates), others as materialized (" + SOME
                    + " and not exists (select from titled t where (t.curriculum, t.module, t.key) = (p.curriculum, p.module, p.key))"
                    + " limit :candidates), own as materialized (" + OWN + ")"
                    + """

            select curriculum, version, module, key, kind, title,
                   ts_headline({language},
                     case when :facilitators then body || ' ' || facilitation else body end,
                     {asked},
                     'StartSel=**, StopSel=**, MaxWords=24, MinWords=12, MaxFragments=1'),
                   adaptation, own_key, revision
            from (select * from (select * from titled union all select * from others union all select * from own) found
                  order by rank desc, curriculum, module, key, own_key nulls first limit :limit) p
            order by rank desc, curriculum, module, key, own_key nulls first""")
            .replace("{asked}", ASKED)
            .replace("{title}", TITLE)
            .replace("{language}", LANGUAGE)
            .replace("::", "\\:\\:");

    private final EntityManager entities;

    Search(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<Hit> find(String words, Edition edition, String audience, int limit) {
        String asked = (String)
                entities.createNativeQuery(READ).setParameter("words", words).getSingleResult();
        if (asked.isEmpty()) {
            return List.of(); // nothing but words that stand everywhere
        }
        boolean facilitators = edition == Edition.FACILITATORS;
        List<Object[]> rows = entities.createNativeQuery(FIND.formatted(facilitators ? "all_words" : "words"))
                .setParameter("asked", asked)
                .setParameter("audience", audience)
                .setParameter("facilitators", facilitators)
                .setParameter("candidates", CANDIDATES)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Hit(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        row[7] == null
                                ? null
                                : new Hit.Own((UUID) row[7], (String) row[8], ((Number) row[9]).intValue())))
                .toList();
    }
}
