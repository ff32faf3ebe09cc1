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
            on conflict (tenant, import, key) do update set workshop = excluded.workshop, made = excluded.made""";
    private static final String LIST = "select key, workshop, made from import_workshop where import = ? order by key";
    private static final String NOT_HERE =
            """
            select count(*) from import_workshop k where k.import = ? and not exists (
              select from workshop w where w.tenant = k.tenant and w.id = k.workshop and w.delivered_at is not null)""";
    /** Made for this import, and no wave is of it any more. */
    private static final String LEFT =
            """
            select k.key, k.workshop, k.made from import_workshop k where k.import = ? and k.made
              and k.workshop is not null and not exists (
              select from wave w where w.tenant = k.tenant and w.workshop = k.workshop)
            order by k.key""";

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

    /** How many of them curriculum-service has not told us of yet. */
    long notHere(UUID importedWith) {
        return statements.first(NOT_HERE, row -> row.getLong(1), importedWith).orElseThrow();
    }

    /** Those made for this import that have no wave any more. */
    List<ImportView.OfWorkshop> left(UUID importedWith) {
        return statements.list(LEFT, ImportedWorkshops::read, importedWith);
    }

    /** It is not on record any more, or not to be removed from there. */
    void keep(UUID importedWith, String key) {
        statements.update("update import_workshop set made = false where import = ? and key = ?", importedWith, key);
    }

    void forget(UUID importedWith) {
        statements.update("delete from import_workshop where import = ?", importedWith);
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
