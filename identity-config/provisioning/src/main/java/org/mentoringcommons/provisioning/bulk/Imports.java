package org.mentoringcommons.provisioning.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.reach.Reach;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/**
 * All imports. An import writes, in one transaction, that all its institutions are wanted; making them so is the
 * reconciler's work, as for any other. How far it has come is counted from the institutions, so it survives whatever
 * happens to any instance.
 */
@ApplicationScoped
@Transactional
class Imports {

    private static final String MINE = "(:all = true or requested_by = :subject)";
    private static final String INSTITUTIONS =
            """
            select i.state, count(*) number from bulk_import_line l join institution i on i.alias = l.institution
            where l.bulk_import = :id group by i.state""";
    private static final String ADMINISTRATORS =
            """
            select m.state, count(*) number from bulk_import_line l join membership m on m.institution = l.institution
            where l.bulk_import = :id and 'institution-admin' = any(m.roles) group by m.state""";
    private static final String PROBLEMS =
            """
            select l.line, l.institution, m.refused_field, m.refused_reason
            from bulk_import_line l join membership m on m.institution = l.institution
            where l.bulk_import = :id and m.state = 'REFUSED' order by l.line""";

    private final EntityManager database;
    private final Institutions institutions;
    private final People people;
    private final Attempt attempt;
    private final Reach reach;
    private final Caller caller;
    private final Clock clock;

    Imports(
            EntityManager database,
            Institutions institutions,
            People people,
            Attempt attempt,
            Reach reach,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.institutions = institutions;
        this.people = people;
        this.attempt = attempt;
        this.reach = reach;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes down that all of these are wanted; their aliases and domains were found free in the same transaction. */
    UUID accept(List<ImportLine> lines) {
        UUID id = UUID.randomUUID();
        attempt.hasWritten("import", id.toString());
        database.createNativeQuery("insert into bulk_import values (:id, :subject, :now)")
                .setParameter("id", id)
                .setParameter("subject", caller.subject())
                .setParameter("now", clock.instant())
                .executeUpdate();
        for (ImportLine line : lines) {
            institutions.write(
                    line.institution(),
                    line.institution().administrator() == null
                            ? null
                            : people.newcomer(line.institution().administrator(), "line " + line.number() + ": "));
            database.createNativeQuery("insert into bulk_import_line values (:id, :line, :institution)")
                    .setParameter("id", id)
                    .setParameter("line", line.number())
                    .setParameter("institution", line.institution().alias())
                    .executeUpdate();
        }
        return id;
    }

    /** What an earlier attempt at the same request has written. */
    Optional<UUID> acceptedBefore() {
        return attempt.written("import").map(UUID::fromString);
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such import, or it is somebody else's
     */
    ImportView get(UUID id) {
        @SuppressWarnings("unchecked")
        List<Instant> found = database.createNativeQuery(
                        "select requested_at from bulk_import where id = :id and " + MINE, Instant.class)
                .setParameter("id", id)
                .setParameter("all", reach.isUnlimited())
                .setParameter("subject", caller.subject())
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.notFound("import").problem();
        }
        Map<String, Long> states = counts(INSTITUTIONS, id);
        Map<String, Long> administrators = counts(ADMINISTRATORS, id);
        boolean working = states.containsKey("requested") || administrators.containsKey("requested");
        return new ImportView(
                id.toString(),
                working ? ImportView.Progress.WORKING : ImportView.Progress.DONE,
                found.get(0),
                (int) states.values().stream().mapToLong(Long::longValue).sum(),
                states,
                administrators,
                problems(id));
    }

    private Map<String, Long> counts(String query, UUID id) {
        Map<String, Long> counts = new TreeMap<>();
        rows(query, id)
                .forEach(row -> counts.put(
                        row.get("state", String.class).toLowerCase(Locale.ROOT),
                        ((Number) row.get("number")).longValue()));
        return counts;
    }

    private List<ImportView.Problem> problems(UUID id) {
        return rows(PROBLEMS, id).stream()
                .map(row -> new ImportView.Problem(
                        ((Number) row.get("line")).intValue(),
                        row.get("institution", String.class),
                        row.get("refused_field", String.class),
                        row.get("refused_reason", String.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String query, UUID id) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("id", id)
                .getResultList();
    }
}
