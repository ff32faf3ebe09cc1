package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.Population;

/** The exports of the institution worked for, as those who ask for them and fetch them see them. */
@ApplicationScoped
class Exports {

    private static final String SELECT =
            """
            select e.id, e.protocol, p.number, e.format, e.population, e.purpose, e.filters, e.waves, e.requested_by,
                   e.requested_at, e.state, e.attempt, e.total_rows, e.written_rows, e.ended_at, e.expires_at
            from export e join protocol p on p.tenant = e.tenant and p.id = e.protocol
            """;
    private static final String ADD =
            """
            insert into export (tenant, id, protocol, format, population, purpose, filters, waves, requested_by,
                                requested_at, total_rows)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?)""";
    private static final String UNDER_WAY =
            """
            select count(*) from export
            where protocol = ? and requested_by = ? and state in ('waiting', 'running')""";
    private static final String KEPT =
            "select count(*) from export where protocol = ? and requested_by = ? and state = 'ready' and expires_at > ?";
    private static final String TURN = "select pg_advisory_xact_lock(hashtextextended('exports/' || ?::text || ?, 0))";
    private static final String END =
            "update export set state = ?, ended_at = ? where id = ? and state in ('waiting', 'running', 'ready')";
    private static final String FORGET = "delete from export_part where export = ?";

    private final Statements statements;

    Exports(Statements statements) {
        this.statements = statements;
    }

    void add(Export export) {
        statements.update(
                ADD,
                export.id(),
                export.protocol(),
                export.format().word(),
                export.population().word(),
                export.purpose(),
                export.filters(),
                export.waves(),
                export.requestedBy(),
                at(export.requestedAt()),
                export.totalRows());
    }

    /** How many this person has under way; until the transaction ends, that is for nobody else to change. */
    long underWay(UUID protocol, String subject) {
        statements.first(TURN, row -> true, protocol, subject);
        return statements
                .first(UNDER_WAY, row -> row.getLong(1), protocol, subject)
                .orElseThrow();
    }

    /** How many this person can fetch at this moment. */
    long kept(UUID protocol, String subject, Instant now) {
        return statements
                .first(KEPT, row -> row.getLong(1), protocol, subject, at(now))
                .orElseThrow();
    }

    Optional<Export> find(UUID protocol, UUID id) {
        return statements.first(SELECT + "where e.protocol = ? and e.id = ?", Exports::read, protocol, id);
    }

    /** The export as it is now, which nobody else changes until the transaction ends. */
    Optional<Export> lock(UUID id) {
        return statements.first(SELECT + "where e.id = ? for update of e", Exports::read, id);
    }

    List<Export> after(UUID protocol, UUID id, int count) {
        return statements.list(
                SELECT + "where e.protocol = ? and (?::uuid is null or e.id > ?) order by e.id limit ?",
                Exports::read,
                protocol,
                id,
                id,
                count);
    }

    /** Ends what is waiting, being written or ready: it is not written on and not handed out, and its content goes. */
    void end(UUID id, State end, Instant now) {
        statements.update(END, end.word(), at(now), id);
        statements.update(FORGET, id);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Export read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Population population = Population.of(row.getString(5));
        return new Export(
                id,
                row.getObject(2, UUID.class),
                row.getString(3).replaceAll("[^A-Za-z0-9-]+", "-") + "-" + population.word() + "-"
                        + id.toString().substring(0, 8),
                Format.of(row.getString(4)),
                population,
                row.getString(6),
                row.getString(7),
                List.of((UUID[]) row.getArray(8).getArray()),
                row.getString(9),
                moment(row, 10),
                State.of(row.getString(11)),
                row.getInt(12),
                row.getLong(13),
                row.getLong(14),
                moment(row, 15),
                moment(row, 16));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
