package org.mentoringcommons.curriculum.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Counts what institutions fetch, one statement a download, in the transaction that serves it. Whoever fetches the same at
 * the same time waits for the row, and not for the disk as well: when the database's machine goes down, the counts of its
 * last second may be lost, and nothing is when a service does. What a client has already (304) is not fetched, and not counted; nor is a draft, or what somebody without an institution fetches.
 */
@ApplicationScoped
public class Downloads {

    private static final String COUNT =
            """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into download (institution, month, curriculum, version, what, times)
            select :institution, cast(date_trunc('month', now() at time zone 'UTC') as date), :curriculum, :version, :what, 1
            from unhurried, curriculum_version v
            where (v.curriculum, v.version) = (:curriculum, :version) and v.status <> 'DRAFT'
            on conflict (institution, month, curriculum, version, what) do update set times = download.times + 1""";
    private static final String LIST =
            """
            select cast(d.institution as text), coalesce(i.alias, cast(d.institution as text)), to_char(d.month, 'YYYY-MM'), d.curriculum, d.version,
              d.what, d.times
            from download d left join institution i on i.id = d.institution
            where d.institution in (select distinct institution from download
                where institution > :after and (:own = '' or institution = :own)
                  and (:hub = '' or institution in (select id from institution where hub = :hub))
                  and to_char(month, 'YYYY-MM') between :from and :to order by institution limit :limit)
              and to_char(d.month, 'YYYY-MM') between :from and :to
            order by d.institution, d.month, d.curriculum, d.version, d.what""";

    private final EntityManager entities;
    private final TenantBinding binding;

    Downloads(EntityManager entities, TenantBinding binding) {
        this.entities = entities;
        this.binding = binding;
    }

    /** Counts last, so that nobody waits for whoever fetches the same at the same time. */
    public void count(Fetched what, String curriculum, String version) {
        binding.tenant().ifPresent(institution -> entities.createNativeQuery(COUNT)
                .setParameter("institution", institution.id())
                .setParameter("curriculum", curriculum)
                .setParameter("version", version)
                .setParameter("what", what.name())
                .executeUpdate());
    }

    /**
     * A page of institutions in the order of their ids.
     *
     * @param own the only one, or nothing for all
     */
    Page<DownloadsView> after(Optional<Tenant> own, String from, String to, String after, int limit) {
        return after(own.map(Tenant::id).orElse(""), "", from, to, after, limit);
    }

    /** As {@link #after}, of the institutions of a hub, which has been found to be the caller's. */
    @Transactional
    Page<DownloadsView> ofHub(String hub, String from, String to, String after, int limit) {
        return after("", hub, from, to, after, limit);
    }

    @SuppressWarnings("unchecked")
    private Page<DownloadsView> after(String own, String hub, String from, String to, String after, int limit) {
        List<Object[]> rows = entities.createNativeQuery(LIST)
                .setParameter("own", own)
                .setParameter("hub", hub)
                .setParameter("after", after)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("limit", limit + 1)
                .getResultList();
        Map<String, List<Object[]>> byInstitution = rows.stream()
                .collect(Collectors.groupingBy(row -> (String) row[0], LinkedHashMap::new, Collectors.toList()));
        return Page.of(List.copyOf(byInstitution.values()), limit, counts -> (String) counts.get(0)[0])
                .map(counts -> new DownloadsView(
                        (String) counts.get(0)[1],
                        counts.stream().map(Downloads::count).toList()));
    }

    private static DownloadsView.Count count(Object[] row) {
        return new DownloadsView.Count(
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Fetched.valueOf((String) row[5]),
                ((Number) row[6]).longValue());
    }
}
