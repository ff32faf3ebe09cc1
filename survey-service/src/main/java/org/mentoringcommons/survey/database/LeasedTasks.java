package org.mentoringcommons.survey.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Things to be done in the background, across institutions, in a platform table of {@code institution}, the thing's id,
 * {@code due_at} and {@code claim}. A claim is a lease: whoever holds it works until it is due again, after which another
 * instance may try.
 */
public abstract class LeasedTasks {

    private static final String ADD = "insert into %1$s (institution, %2$s, due_at) values (?, ?, ?)";
    /** What is due is looked for once: joined as it is, a plan may look anew for every row, and find another each time. */
    private static final String CLAIM =
            """
            with due as materialized (
              select institution, %2$s from %1$s where due_at <= ? %3$s
              order by due_at limit 1 for update skip locked)
            update %1$s t set claim = gen_random_uuid(), due_at = ?
            from due where t.institution = due.institution and t.%2$s = due.%2$s
            returning t.institution, t.%2$s, t.claim""";

    private static final String HELD = " where institution = ? and %2$s = ? and claim = ?";
    private static final String UNTIL = "update %1$s set due_at = ?" + HELD;
    private static final String LATER = "update %1$s set due_at = ?, claim = null" + HELD;
    private static final String HASTEN = "update %1$s set due_at = ?, claim = null where institution = ? and %2$s = ?";
    private static final String DONE = "delete from %1$s" + HELD;

    private final Statements statements;
    private final Clock clock;
    private final String table;
    private final String thing;
    private final Duration lease;

    /**
     * @param table that the tasks are in
     * @param thing the column of the thing's id
     * @param lease after so long a silence another instance takes over
     */
    protected LeasedTasks(Statements statements, Clock clock, String table, String thing, Duration lease) {
        this.statements = statements;
        this.clock = clock;
        this.table = table;
        this.thing = thing;
        this.lease = lease;
    }

    /** Something to do, held by whoever claimed it. */
    public record Claim(Tenant institution, UUID thing, UUID claim) {}

    /** To be done as soon as anybody can. */
    public void add(Tenant institution, UUID thing) {
        statements.update(sql(ADD), institution.id(), thing, at(clock.instant()));
    }

    /** To be looked at now, whoever works on it. */
    public void hasten(Tenant institution, UUID thing) {
        statements.update(sql(HASTEN), at(clock.instant()), institution.id(), thing);
    }

    /** Takes what has been due for longest, if anything is and no other instance has it. */
    public Optional<Claim> claim() {
        return statements.first(sql(CLAIM, ""), LeasedTasks::read, at(clock.instant()), at(leaseEnd()));
    }

    /** Takes this one, if no other instance has it. */
    public Optional<Claim> claim(Tenant institution, UUID thing) {
        return statements.first(
                sql(CLAIM, "and institution = ? and " + this.thing + " = ? and claim is null"),
                LeasedTasks::read,
                at(clock.instant()),
                institution.id(),
                thing,
                at(leaseEnd()));
    }

    /** Whether it is still ours to do; if so, for as long again. */
    public boolean prolong(Claim claim) {
        return update(UNTIL, leaseEnd(), claim);
    }

    /** There is more to do then. */
    public void later(Claim claim, Instant due) {
        update(LATER, due, claim);
    }

    /** Nothing remains to be done. */
    public void done(Claim claim) {
        statements.update(sql(DONE), claim.institution().id(), claim.thing(), claim.claim());
    }

    private boolean update(String sql, Instant due, Claim claim) {
        return statements.update(sql(sql), at(due), claim.institution().id(), claim.thing(), claim.claim()) == 1;
    }

    private String sql(String sql, Object... more) {
        return sql.formatted(table, thing, more.length == 0 ? "" : more[0]);
    }

    private Instant leaseEnd() {
        return clock.instant().plus(lease);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Claim read(ResultSet row) throws SQLException {
        return new Claim(new Tenant(row.getString(1)), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }
}
