package org.mentoringcommons.curriculum.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.mentoringcommons.curriculum.content.Edition;

/**
 * Full-text search over the newest published version of each curriculum. Of a word that stands everywhere the first
 * parts found are ranked and not all: what stands everywhere tells none apart.
 */
@ApplicationScoped
class Search {

    private static final int CANDIDATES = 500;

    /** {@code %s}: the words this edition reads. */
    private static final String FIND =
            """
            with found as materialized (
              select p.curriculum, p.version, p.module, p.key, p.kind, p.title, p.body, p.facilitation, p.language,
                     ts_rank(p.%1$s, websearch_to_tsquery('english', :words) || websearch_to_tsquery('simple', :words)) as rank
              from part p
              join curriculum_version v on (v.curriculum, v.version) = (p.curriculum, p.version)
              join curriculum c on c.key = p.curriculum
              where p.%1$s @@ (websearch_to_tsquery('english', :words) || websearch_to_tsquery('simple', :words))
                and v.status = 'PUBLISHED' and (cast(:audience as text) is null or c.audience = :audience)
                and not exists (
                  select from curriculum_version newer
                  where newer.curriculum = v.curriculum and newer.status = 'PUBLISHED'
                    and (newer.published_at, newer.version) > (v.published_at, v.version))
              limit :candidates)
            select curriculum, version, module, key, kind, title,
                   ts_headline(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end,
                     case when :facilitators then body || ' ' || facilitation else body end,
                     websearch_to_tsquery('english', :words) || websearch_to_tsquery('simple', :words),
                     'StartSel=**, StopSel=**, MaxWords=24, MinWords=12, MaxFragments=1')
            from (select * from found order by rank desc, curriculum, module, key limit :limit) best
            order by rank desc, curriculum, module, key""";

    private final EntityManager entities;

    Search(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<Hit> find(String words, Edition edition, String audience, int limit) {
        boolean facilitators = edition == Edition.FACILITATORS;
        List<Object[]> rows = entities.createNativeQuery(
                        FIND.formatted(facilitators ? "all_words" : "words").replace("::", "\\:\\:"))
                .setParameter("words", words)
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
                        (String) row[6]))
                .toList();
    }
}
