package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** The imports of the institution worked for. */
@ApplicationScoped
class Imports {

    private static final String SELECT =
            """
            select id, protocol, source, mapping, requested_by, requested_at, state, attempt, failures, file_hash, rows_read,
                   left_out, unstated, already, added, told, told_until, failure, ended_at
            from import
            """;
    private static final String ADD =
            """
            insert into import (tenant, id, protocol, source, mapping, mapping_hash, requested_by, requested_at)
            values (current_tenant(), ?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), ?, ?)""";
    private static final String UNDER_WAY =
            "select count(*) from import where state in ('reading', 'waiting', 'telling')";
    private static final String TURN =
            "select pg_advisory_xact_lock(hashtextextended('imports/' || current_tenant(), 0))";
    private static final String BEGIN =
            "update import set state = 'reading', attempt = attempt + 1 where id = ? returning attempt";
    private static final String STATE =
            """
            update import set state = ?, ended_at = ?, told = case when state = 'undoing' then 0 else told end where id = ?""";
    private static final String READ =
            """
            update import set state = 'waiting', file_hash = ?, rows_read = ?, left_out = ?, unstated = ?, already = ?,
                              failures = 0
            where id = ?""";
    private static final String THERE =
            "update import set state = 'telling', added = ?, already = rows_read - ?, told = 0, told_until = null where id = ?";
    private static final String UNDO =
            "update import set state = 'undoing', told_until = null, failures = 0 where id = ?";
    private static final String TOLD = "update import set told = greatest(told + ?, 0), told_until = ? where id = ?";
    private static final String FAIL = "update import set state = 'failed', failure = ?, ended_at = ? where id = ?";
    private static final String LEANING =
            """
            select i.id from import i join import_lean l on l.tenant = i.tenant and l.import = i.id
            where l.leans_on = ? and i.state in ('telling', 'imported') order by i.id""";
    private static final String LOCK_OF_WORKSHOP =
            """
            select id from import where id in (select import from import_workshop where workshop = ?)
            order by id for update""";
    /** Of whose answers to a wave the other services know. */
    private static final String GONE =
            """
            update import i set told = greatest(i.told - g.gone, 0)
            from (select r.import, count(*) as gone from response r
                    join import o on o.tenant = r.tenant and o.id = r.import
                  where r.wave = ? and (o.state = 'undoing' or r.id <= o.told_until) group by r.import) g
            where i.id = g.import and i.tenant = current_tenant()""";

    private static final String KEPT =
            """
            select count(*) filter (where state not in ('cancelled', 'failed', 'undone')), count(*) from import
            where protocol = ?""";
    private static final String REPEATS =
            """
            select e.id from import e join import i on i.tenant = e.tenant and i.protocol = e.protocol
              and i.mapping_hash = e.mapping_hash and i.file_hash = e.file_hash
            where i.id = ? and e.id <> i.id and e.state in ('telling', 'imported')
            order by e.requested_at limit 1""";

    private final Statements statements;

    Imports(Statements statements) {
        this.statements = statements;
    }

    void add(Import one) {
        statements.update(
                ADD,
                one.id(),
                one.protocol(),
                one.source(),
                one.mapping(),
                one.mapping(),
                one.requestedBy(),
                at(one.requestedAt()));
    }

    Optional<Import> find(UUID protocol, UUID id) {
        return statements.first(SELECT + "where protocol = ? and id = ?", Imports::read, protocol, id);
    }

    /** The import as it is now, which nobody else changes until the transaction ends. */
    Optional<Import> lock(UUID id) {
        return statements.first(SELECT + "where id = ? for update", Imports::read, id);
    }

    List<Import> after(UUID protocol, UUID id, int count) {
        return statements.list(
                SELECT + "where protocol = ? and (?::uuid is null or id > ?) order by id limit ?",
                Imports::read,
                protocol,
                id,
                id,
                count);
    }

    /**
     * How many there are of a protocol.
     *
     * @param used those of which something is here, or may yet be
     */
    record Kept(long used, long all) {}

    Kept kept(UUID protocol) {
        return statements
                .first(KEPT, row -> new Kept(row.getLong(1), row.getLong(2)), protocol)
                .orElseThrow();
    }

    /** How many are under way; until the transaction ends, that is for nobody else to change. */
    long underWay() {
        statements.first(TURN, row -> true);
        return count(UNDER_WAY);
    }

    /** Its file is coming; {@return at which attempt} */
    int begin(UUID id) {
        return statements.first(BEGIN, row -> row.getInt(1), id).orElseThrow();
    }

    /** Its file has come whole. */
    void read(UUID id, byte[] fileHash, Import.Counts counts) {
        statements.update(READ, fileHash, counts.rows(), counts.leftOut(), counts.unstated(), counts.already(), id);
    }

    /** Its answers are there. */
    void there(UUID id, long added) {
        statements.update(THERE, added, added, id);
    }

    void undo(UUID id) {
        statements.update(UNDO, id);
    }

    /** So many more have been told of, or told that they are gone. */
    void told(UUID id, long more, UUID until) {
        statements.update(TOLD, more, until, id);
    }

    /** @param endedAt null if it is not over */
    void become(UUID id, State state, Instant endedAt) {
        statements.update(STATE, state.word(), endedAt == null ? null : at(endedAt), id);
    }

    /** @param why in a sentence, for whoever brought it */
    void fail(UUID id, String why, Instant endedAt) {
        statements.update(FAIL, why, at(endedAt), id);
    }

    /** Whether answers under the protocol are being taken back. */
    boolean isUndoing(UUID protocol) {
        return count("select count(*) from import where protocol = ? and state = 'undoing'", protocol) > 0;
    }

    /** Those that are there and found lines of this one there before them. */
    List<UUID> leaningOn(UUID id) {
        return statements.list(LEANING, row -> row.getObject(1, UUID.class), id);
    }

    /** Locks all that name this workshop, as {@link #lock} does. */
    void lockOf(UUID workshop) {
        statements.list(LOCK_OF_WORKSHOP, row -> row.getObject(1, UUID.class), workshop);
    }

    /** All answers to the wave are going, and the other services are told. */
    void gone(UUID wave) {
        statements.update(GONE, wave);
    }

    int failed(UUID id) {
        return statements
                .first(
                        "update import set failures = failures + 1 where id = ? returning failures",
                        row -> row.getInt(1),
                        id)
                .orElseThrow();
    }

    /** The first of the same file by the same mapping that is there. */
    Optional<UUID> repeated(UUID id) {
        return statements.first(REPEATS, row -> row.getObject(1, UUID.class), id);
    }

    private long count(String sql, Object... values) {
        return statements.first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Import read(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes(10);
        return new Import(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                moment(row, 6),
                State.of(row.getString(7)),
                row.getInt(8),
                row.getInt(9),
                hash == null ? null : HexFormat.of().formatHex(hash),
                new Import.Counts(row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14), row.getLong(15)),
                row.getLong(16),
                row.getObject(17, UUID.class),
                row.getString(18),
                moment(row, 19));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
