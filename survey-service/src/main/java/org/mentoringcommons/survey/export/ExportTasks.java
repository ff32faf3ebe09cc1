package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.tenancy.Tenant;

/** Exports to be written or thrown away, across institutions. */
@ApplicationScoped
class ExportTasks {

    private static final String ADD = "insert into export_task (institution, export, due_at) values (?, ?, ?)";
    /** What is due is looked for once: joined as it is, a plan may look anew for every row, and find another each time. */
    private static final String CLAIM =
            """
            with due as materialized (
              select institution, export from export_task where due_at <= ? %s
              order by due_at limit 1 for update skip locked)
            update export_task t set claim = gen_random_uuid(), due_at = ?
            from due where t.institution = due.institution and t.export = due.export
            returning t.institution, t.export, t.claim""";

    private static final String ANY = CLAIM.formatted("");
    private static final String ONE = CLAIM.formatted("and institution = ? and export = ? and claim is null");
    private static final String HELD = " where institution = ? and export = ? and claim = ?";
    private static final String UNTIL = "update export_task set due_at = ?" + HELD;
    private static final String LATER = "update export_task set due_at = ?, claim = null" + HELD;
    private static final String HASTEN =
            "update export_task set due_at = ?, claim = null where institution = ? and export = ?";
    private static final String DONE = "delete from export_task" + HELD;

    private final Statements statements;
    private final ExportSettings settings;
    private final Clock clock;

    ExportTasks(Statements statements, ExportSettings settings, Clock clock) {
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
    }

    /** Something to do, held by whoever claimed it. */
    record Claim(Tenant institution, UUID export, UUID claim) {}

    /** To be written as soon as anybody can. */
    void add(Tenant institution, UUID export) {
        statements.update(ADD, institution.id(), export, Exports.at(clock.instant()));
    }

    /** To be looked at now, whoever works on it. */
    void hasten(Tenant institution, UUID export) {
        statements.update(HASTEN, Exports.at(clock.instant()), institution.id(), export);
    }

    /** Takes what has been due for longest, if anything is and no other instance has it. */
    Optional<Claim> claim() {
        return statements.first(ANY, ExportTasks::read, Exports.at(clock.instant()), Exports.at(leaseEnd()));
    }

    /** Takes this one, if no other instance has it. */
    Optional<Claim> claim(Tenant institution, UUID export) {
        return statements.first(
                ONE, ExportTasks::read, Exports.at(clock.instant()), institution.id(), export, Exports.at(leaseEnd()));
    }

    /** Whether it is still ours to do; if so, for as long again. */
    boolean prolong(Claim claim) {
        return update(UNTIL, leaseEnd(), claim);
    }

    /** There is more to do then. */
    void later(Claim claim, Instant due) {
        update(LATER, due, claim);
    }

    /** Nothing remains to be done. */
    void done(Claim claim) {
        statements.update(DONE, claim.institution().id(), claim.export(), claim.claim());
    }

    private boolean update(String sql, Instant due, Claim claim) {
        return statements.update(sql, Exports.at(due), claim.institution().id(), claim.export(), claim.claim()) == 1;
    }

    private Instant leaseEnd() {
        return clock.instant().plus(settings.lease());
    }

    private static Claim read(ResultSet row) throws SQLException {
        return new Claim(new Tenant(row.getString(1)), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }
}
