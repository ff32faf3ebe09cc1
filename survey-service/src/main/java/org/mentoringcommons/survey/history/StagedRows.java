package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.protocol.Occasion;

/** Lines on their way from a file to answers. */
@ApplicationScoped
class StagedRows {

    private static final String ADD =
            """
            insert into import_row (tenant, import, attempt, line, workshop, record, pseudonym, research, unfinished,
                                    answers, texts)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""";
    private static final String REPEATED =
            """
            select line, first, count(*) over () from (
              select line, min(line) over (partition by %s) as first from import_row where import = ?) i
            where line <> first order by line limit ?""";
    private static final String SAME_RECORD = REPEATED.formatted("record");
    private static final String SAME_PERSON = REPEATED.formatted("workshop, pseudonym");
    /** Words that were purged are nowhere any more, and compared with nothing. */
    private static final String OTHER_BEFORE =
            """
            select i.line,
                   case when (r.answers, r.texts - purged.items, r.research)
                               is distinct from (i.answers, i.texts - purged.items, i.research)
                     then 'said something else'
                     else 'was of another participant, or of none: if participant was not mapped then, take that import back first'
                   end,
                   count(*) over () from import_row i
              join response r on r.tenant = i.tenant and r.record = i.record
              cross join lateral (select coalesce(array_agg(x.item), '{}') as items from redacted_text x
                                  where x.tenant = r.tenant and x.response = r.id and x.purged) purged
            where i.import = ?
              and ((r.answers, r.texts - purged.items, r.research)
                     is distinct from (i.answers, i.texts - purged.items, i.research)
                   or ? and r.pseudonym <> i.pseudonym)
            order by i.line limit ?""";

    private static final String PERSON_BEFORE =
            """
            select i.line, null, count(*) over () from import_row i
              join import_workshop k on k.tenant = i.tenant and k.import = i.import and k.key = i.workshop
              join wave w on w.tenant = k.tenant and w.workshop = k.workshop and w.occasion = ?
              join response r on r.tenant = w.tenant and r.wave = w.id and r.pseudonym = i.pseudonym
            where i.import = ? and r.record is distinct from i.record
            order by i.line limit ?""";
    private static final String ALREADY =
            """
            select count(*) from import_row i
            where i.import = ?
              and (exists (select from response r where r.tenant = i.tenant and r.record = i.record)
                   or exists (select from withdrawn_record x where x.tenant = i.tenant and x.record = i.record)
                   or exists (select from withdrawal x join import m on m.tenant = x.tenant and m.protocol = x.protocol
                              where m.tenant = i.tenant and m.id = i.import and x.pseudonym = i.pseudonym))""";
    /** Their lines lead from answers to people with the file in hand; once nothing is told of lines, none is here. */
    private static final String MINGLE =
            """
            with staged as (delete from import_row where import = ? returning *)
            insert into import_row (tenant, import, attempt, line, workshop, record, pseudonym, research, unfinished,
                                    answers, texts)
            select tenant, import, attempt, (-row_number() over (order by random()))::int, workshop, record, pseudonym,
                   research, unfinished, answers, texts
            from staged""";

    private static final String LEAN =
            """
            insert into import_lean (tenant, import, leans_on)
            select distinct i.tenant, i.import, r.import from import_row i
              join response r on r.tenant = i.tenant and r.record = i.record
            where i.import = ? and i.tenant = current_tenant() and r.import <> i.import
            on conflict do nothing""";
    /** In random order: neither their places nor their ids tell in which order they stood in the file. */
    private static final String BECOME =
            """
            insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,
                                  answers, texts, unfinished, import, record)
            select i.tenant, gen_random_uuid(), w.id, i.pseudonym,
                   sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), i.research, 'imported', 'und',
                   i.answers, i.texts, i.unfinished, i.import, i.record
            from import_row i
              join import_workshop k on k.tenant = i.tenant and k.import = i.import and k.key = i.workshop
              join wave w on w.tenant = k.tenant and w.workshop = k.workshop and w.occasion = ?
            where i.import = ? and i.tenant = current_tenant()
              and not exists (select from response r where r.tenant = i.tenant and r.record = i.record)
              and not exists (select from withdrawn_record x where x.tenant = i.tenant and x.record = i.record)
              and not exists (select from withdrawal x where x.tenant = i.tenant and x.protocol = w.protocol
                                                         and x.pseudonym = i.pseudonym)
            order by random()""";

    private static final String RENUMBER = "; if another file numbered it, give the mapping a numbering";

    private final Statements statements;
    private final DataSource database;

    StagedRows(Statements statements, DataSource database) {
        this.statements = statements;
        this.database = database;
    }

    void add(UUID importedWith, int attempt, List<RowReading.Row> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (RowReading.Row row : rows) {
                insert.setObject(1, importedWith);
                insert.setInt(2, attempt);
                insert.setInt(3, row.line());
                insert.setString(4, row.workshop());
                insert.setBytes(5, row.record());
                insert.setBytes(6, row.pseudonym());
                insert.setBoolean(7, row.research());
                insert.setBoolean(8, row.unfinished());
                insert.setString(9, row.answers().coded().toString());
                insert.setString(10, row.answers().texts().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new PersistenceException("lines could not be kept: " + failure.getSQLState());
        }
    }

    /** Tells what speaks against lines beside each other, and beside what is here. */
    void check(UUID importedWith, Mapping mapping, Problems problems) {
        boolean named = mapping.record() != null || mapping.participant() != null;
        tell(
                SAME_RECORD,
                named ? "has the record of line %s" : "says what line %s says: map a record to tell them apart",
                mapping.record(),
                problems,
                importedWith);
        if (mapping.record() != null && mapping.participant() != null) {
            tell(
                    SAME_PERSON,
                    "has the participant of line %s, after the same workshop",
                    mapping.participant(),
                    problems,
                    importedWith);
        }
        compare(importedWith, mapping, problems);
    }

    /** Tells what speaks against lines beside what is here, by now. */
    void compare(UUID importedWith, Mapping mapping, Problems problems) {
        boolean person = mapping.participant() != null;
        tell(OTHER_BEFORE, "was imported before, and %s" + RENUMBER, mapping.record(), problems, importedWith, person);
        tell(
                PERSON_BEFORE,
                "has a participant of whom there is an answer after this workshop",
                mapping.participant(),
                problems,
                mapping.occasion().name(),
                importedWith);
    }

    private void tell(String which, String message, String column, Problems problems, Object... values) {
        record Found(int line, Object first, long all) {}
        Object[] limited = java.util.Arrays.copyOf(values, values.length + 1);
        limited[values.length] = Problems.TOLD_AT_MOST;
        List<Found> found =
                statements.list(which, row -> new Found(row.getInt(1), row.getObject(2), row.getLong(3)), limited);
        found.forEach(one -> problems.tell(one.line(), column, message.formatted(one.first())));
        found.stream().findFirst().ifPresent(one -> problems.more(one.all() - found.size()));
    }

    /** What the file calls the workshops that they are of. */
    Set<String> workshops(UUID importedWith) {
        return Set.copyOf(statements.list(
                "select distinct workshop from import_row where import = ?", row -> row.getString(1), importedWith));
    }

    /** How many of them are answers already, or of people who have withdrawn. */
    long already(UUID importedWith) {
        return statements.first(ALREADY, row -> row.getLong(1), importedWith).orElseThrow();
    }

    /** Makes answers of them, and notes whose answers stand for those that were here; {@return how many it made} */
    int become(UUID importedWith, Occasion occasion) {
        statements.update(LEAN, importedWith);
        int added = statements.update(BECOME, occasion.name(), importedWith);
        forget(importedWith);
        return added;
    }

    /** Forgets on which lines they stood, and in which order. */
    void mingle(UUID importedWith) {
        statements.update(MINGLE, importedWith);
    }

    void forget(UUID importedWith) {
        statements.update("delete from import_row where import = ?", importedWith);
    }
}
