package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** Which workshops the words of files are, import by import. */
@ApplicationScoped
class ImportedWorkshops {

    private static final String PUT =
            """
            insert into import_workshop (tenant, import, key, workshop, made) values (current_tenant(), ?, ?, ?, ?)
            on conflict (tenant, import, key) do update set workshop = excluded.workshop,
              made = import_workshop.made or excluded.made""";
    private static final String LIST = "select key, workshop, made from import_workshop where import = ? order by key";
    private static final String NOT_HERE =
            """
            select count(*) from import_workshop k where k.import = ?
              and exists (select from import_row r where r.tenant = k.tenant and r.import = k.import and r.workshop = k.key)
              and not exists (select from workshop w where w.tenant = k.tenant and w.id = k.workshop
                and (w.status = 'gone' or w.status in ('delivered', 'past') and w.delivered_at is not null))""";
    private static final String GONE =
            """
            select count(*) from import_workshop k
              join workshop w on w.tenant = k.tenant and w.id = k.workshop and w.status = 'gone'
            where k.import = ?
              and exists (select from import_row r where r.tenant = k.tenant and r.import = k.import and r.workshop = k.key)""";
    /**
     * Made for this import, or to be made when its request ended; no wave is of it any more, and nobody else is bringing
     * answers of it.
     */
    private static final String LEFT =
            """
            select k.key, k.workshop, k.made from import_workshop k where k.import = ? and k.made
              and not exists (select from wave w where w.tenant = k.tenant and w.workshop = k.workshop)
              and not exists (
                select from import_workshop o join import i on i.tenant = o.tenant and i.id = o.import
                where o.tenant = k.tenant and o.import <> k.import and (o.workshop = k.workshop or o.key = k.key)
                  and i.state in ('reading', 'waiting', 'telling', 'imported', 'undoing'))
            order by k.key""";

    private static final String NAMES =
            """
            select distinct k.key from import_workshop k join import i on i.tenant = k.tenant and i.id = k.import
            where i.protocol = ? and k.workshop::text = ?""";

    private static final String OTHERS =
            """
            select r.import, count(*) from response r where r.wave = ? and r.import is not null
            group by r.import order by 2 desc limit 1""";

    private final Statements statements;

    ImportedWorkshops(Statements statements) {
        this.statements = statements;
    }

    /** @param workshop null while it is not on record */
    void put(UUID importedWith, String key, UUID workshop, boolean made) {
        statements.update(PUT, importedWith, key, workshop, made);
    }

    List<ImportView.OfWorkshop> of(UUID importedWith) {
        return statements.list(LIST, ImportedWorkshops::read, importedWith);
    }

    /** What files under a protocol have called the workshop of this id. */
    List<String> names(UUID protocol, String id) {
        return statements.list(NAMES, row -> row.getString(1), protocol, id);
    }

    /** Of how many that its lines name curriculum-service has not told us yet. */
    long notHere(UUID importedWith) {
        return statements.first(NOT_HERE, row -> row.getLong(1), importedWith).orElseThrow();
    }

    /** Whether one that its lines name is not on record any more. */
    boolean isOneGone(UUID importedWith) {
        return statements.first(GONE, row -> row.getLong(1), importedWith).orElseThrow() > 0;
    }

    /** Those made for this import that have no wave any more, and that no other import names which is not over. */
    List<ImportView.OfWorkshop> left(UUID importedWith) {
        return statements.list(LEFT, ImportedWorkshops::read, importedWith);
    }

    /** It is not on record any more, or not to be removed from there. */
    void keep(UUID importedWith, String key) {
        statements.update("update import_workshop set made = false where import = ? and key = ?", importedWith, key);
    }

    /** It is on record no more, whoever it was made for. */
    void keepNone(UUID workshop) {
        statements.update("update import_workshop set made = false where workshop = ?", workshop);
    }

    /** All but those that were, or may have been, put on record for it. */
    void forget(UUID importedWith) {
        statements.update("delete from import_workshop where import = ? and not made", importedWith);
    }

    /** Those that were to be put on record, and were not. */
    void forgetUnmade(UUID importedWith) {
        statements.update("delete from import_workshop where import = ? and workshop is null", importedWith);
    }

    /** An import that most of what is left in a wave is from; null if nothing is. */
    UUID mostOf(UUID wave) {
        return statements
                .first(OTHERS, row -> row.getObject(1, UUID.class), wave)
                .orElse(null);
    }

    private static ImportView.OfWorkshop read(ResultSet row) throws SQLException {
        return new ImportView.OfWorkshop(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3));
    }
}
