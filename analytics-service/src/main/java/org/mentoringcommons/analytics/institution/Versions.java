package org.mentoringcommons.analytics.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Counts the changes of an institution's data. Raising the version locks it until the transaction ends: effects of one
 * institution happen one after the other, whichever instance and partition they come by.
 */
@ApplicationScoped
public class Versions {

    private static final String RAISE =
            """
            insert into institution_version (tenant, version) values (current_tenant(), 1)
            on conflict (tenant) do update set version = institution_version.version + 1
            returning version""";
    private static final String RAISE_OF = "select raise_version_of(?)";

    private final DataSource database;

    Versions(DataSource database) {
        this.database = database;
    }

    /**
     * Begins a change of the bound institution's data: to be called before anything it depends on is read.
     *
     * @return the version that this transaction makes
     */
    public long raise() {
        try (Connection connection = database.getConnection();
                PreparedStatement raise = connection.prepareStatement(RAISE);
                ResultSet version = raise.executeQuery()) {
            version.next();
            return version.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the institution's version could not be raised", failure);
        }
    }

    /** The same for an institution that is not bound: what the registry tells of it has changed. */
    void raiseOf(String institution) {
        try (Connection connection = database.getConnection();
                PreparedStatement raise = connection.prepareStatement(RAISE_OF)) {
            raise.setString(1, institution);
            raise.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("the institution's version could not be raised", failure);
        }
    }
}
