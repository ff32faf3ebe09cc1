package org.mentoringcommons.provisioning.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.provisioning.institution.State;
import org.mentoringcommons.provisioning.paging.Page;

/** Counts what there is; whoever asks has made sure that the hub is within reach. */
@ApplicationScoped
@Transactional
class Overviews {

    /** Of the institutions that the first part names, one row each. */
    private static final String COUNTED =
            """
            select wanted.alias, wanted.name, wanted.state,
                   (select count(*) from membership m where m.institution = wanted.alias and m.state = 'ACTIVE') members,
                   (select count(*) from portal p where p.institution = wanted.alias and p.state = 'ACTIVE') portals,
                   count(*) filter (where a.status = 'planned') planned,
                   count(*) filter (where a.status = 'delivered') delivered,
                   count(*) filter (where a.status = 'cancelled') cancelled,
                   count(*) filter (where a.kind = 'WAVE' and a.opens_at > :now) waves_planned,
                   count(*) filter (where a.kind = 'WAVE' and a.opens_at <= :now and a.closes_at > :now) waves_open,
                   count(*) filter (where a.kind = 'WAVE' and a.closes_at <= :now) waves_closed
            from wanted left join activity a on a.organization = wanted.organization
            group by wanted.alias, wanted.name, wanted.state""";

    private static final String PAGE =
            """
            with wanted as (select alias, name, state, organization from institution
                            where hub = :hub and alias > :after order by alias limit :limit)
            %s order by wanted.alias"""
                    .formatted(COUNTED);
    private static final String SUM =
            """
            with wanted as (select alias, name, state, organization from institution where hub = :hub),
                 counted as (%s)
            select '' alias, '' name, '' state, coalesce(sum(members), 0) members, coalesce(sum(portals), 0) portals,
                   coalesce(sum(planned), 0) planned, coalesce(sum(delivered), 0) delivered,
                   coalesce(sum(cancelled), 0) cancelled, coalesce(sum(waves_planned), 0) waves_planned,
                   coalesce(sum(waves_open), 0) waves_open, coalesce(sum(waves_closed), 0) waves_closed
            from counted"""
                    .formatted(COUNTED);
    private static final String STATES =
            "select state, count(*) number from institution where hub = :hub group by state";

    private final EntityManager database;
    private final Clock clock;

    Overviews(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<InstitutionOverview> page(String hub, String after, int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("hub", hub)
                .setParameter("after", after)
                .setParameter("limit", limit + 1)
                .setParameter("now", clock.instant())
                .getResultList();
        return Page.of(rows, limit)
                .map(row -> new InstitutionOverview(
                        row.get("alias", String.class),
                        row.get("name", String.class),
                        State.valueOf(row.get("state", String.class)),
                        counts(row)));
    }

    HubOverview of(String hub, List<InstitutionOverview> page) {
        Tuple sum = (Tuple) database.createNativeQuery(SUM, Tuple.class)
                .setParameter("hub", hub)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return new HubOverview(hub, states(hub), counts(sum), page);
    }

    private Map<String, Long> states(String hub) {
        Map<String, Long> states = new TreeMap<>();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(STATES, Tuple.class)
                .setParameter("hub", hub)
                .getResultList();
        rows.forEach(row -> states.put(row.get("state", String.class).toLowerCase(Locale.ROOT), number(row, "number")));
        return states;
    }

    private static Counts counts(Tuple row) {
        return new Counts(
                number(row, "members"),
                number(row, "portals"),
                new Counts.Workshops(number(row, "planned"), number(row, "delivered"), number(row, "cancelled")),
                new Counts.Waves(number(row, "waves_planned"), number(row, "waves_open"), number(row, "waves_closed")));
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
