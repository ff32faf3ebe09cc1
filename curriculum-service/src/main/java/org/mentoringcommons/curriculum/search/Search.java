package org.mentoringcommons.curriculum.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.mentoringcommons.curriculum.content.Edition;

/**
 * Full-text search over the newest published version of each curriculum. A word in a title outweighs it in a text, however
 * often it stands there. To rank is to read: of parts that have the words in their title, and of all others, so many are
 * ranked, so that a word that stands everywhere costs no more than one that tells something.
 */
@ApplicationScoped
class Search {

    private static final int CANDIDATES = 500;

    private static final String ASKED =
            "(websearch_to_tsquery('english', :words) || websearch_to_tsquery('simple', :words))";

    private static final String LANGUAGE =
            "case p.language when 'en' then 'english'::regconfig else 'simple'::regconfig end";

    /** As the index has it. */
    private static final String TITLE = "to_tsvector(" + LANGUAGE + ", p.title)";

    /** {@code %1$s}: the words this edition reads. */
    private static final String SOME =
            """
            select p.curriculum, p.version, p.module, p.key, p.kind, p.title, p.body, p.facilitation, p.language,
                   ts_rank(p.%1$s, {asked}) as rank
            from part p
            join curriculum_version v on (v.curriculum, v.version) = (p.curriculum, p.version)
            join curriculum c on c.key = p.curriculum
            where p.%1$s @@ {asked}
              and v.status = 'PUBLISHED' and (cast(:audience as text) is null or c.audience = :audience)
              and not exists (
                select from curriculum_version newer
                where newer.curriculum = v.curriculum and newer.status = 'PUBLISHED'
                  and (newer.published_at, newer.version) > (v.published_at, v.version))""";

    private static final String FIND = ("with titled as materialized (" + SOME
                    + " and {title} @@ {asked} limit :candidates), others as materialized (" + SOME
                    + " and not {title} @@ {asked} limit :candidates)"
                    + """

            select curriculum, version, module, key, kind, title,
                   ts_headline({language},
                     case when :facilitators then body || ' ' || facilitation else body end,
                     {asked},
                     'StartSel=**, StopSel=**, MaxWords=24, MinWords=12, MaxFragments=1')
            from (select * from (select * from titled union all select * from others) found
                  order by rank desc, curriculum, module, key limit :limit) p
            order by rank desc, curriculum, module, key""")
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
        boolean facilitators = edition == Edition.FACILITATORS;
        List<Object[]> rows = entities.createNativeQuery(FIND.formatted(facilitators ? "all_words" : "words"))
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
