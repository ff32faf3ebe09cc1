package org.mentoringcommons.analytics.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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
            on conflict (tenant) do update set version = institution_version.version + 1, changed_at = now()
            returning version, recount_due""";
    private static final String HOLD = "select version, recount_due from institution_version for update skip locked";
    private static final String RECOUNT_DUE = "select recount_due from institution_version";
    private static final String RAISE_OF = "select raise_version_of(?)";

    private final DataSource database;

    Versions(DataSource database) {
        this.database = database;
    }

    /**
     * A state of an institution's data.
     *
     * @param number rising with each change
     * @param recountDue whether its counts are not kept at present, but wait to be made from the rows
     */
    public record Version(long number, boolean recountDue) {}

    /**
     * Begins a change of the bound institution's data: to be called before anything it depends on is read.
     *
     * @return the version that this transaction makes
     */
    public Version raise() {
        try (Connection connection = database.getConnection();
                PreparedStatement raise = connection.prepareStatement(RAISE);
                ResultSet version = raise.executeQuery()) {
            version.next();
            return new Version(version.getLong(1), version.getBoolean(2));
        } catch (SQLException failure) {
            throw new IllegalStateException("the institution's version could not be raised", failure);
        }
    }

    /**
     * Holds the institution's data still until the transaction ends, without changing them.
     *
     * @return their state; empty if there are none, or somebody is changing them right now
     */
    public Optional<Version> hold() {
        try (Connection connection = database.getConnection();
                PreparedStatement hold = connection.prepareStatement(HOLD);
                ResultSet version = hold.executeQuery()) {
            return version.next()
                    ? Optional.of(new Version(version.getLong(1), version.getBoolean(2)))
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException("the institution's version could not be held", failure);
        }
    }

    /** Throws away what was packed of the bound institution, because somebody took something back. */
    public void unpack() {
        try (Connection connection = database.getConnection();
                PreparedStatement unpack = connection.prepareStatement("delete from packed")) {
            unpack.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("what was packed could not be thrown away", failure);
        }
    }

    /** {@return whether the bound institution's counts are not kept at present, but wait to be made from the rows} */
    public boolean isRecountDue() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECOUNT_DUE);
                ResultSet due = select.executeQuery()) {
            return due.next() && due.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the institution's version could not be read", failure);
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
