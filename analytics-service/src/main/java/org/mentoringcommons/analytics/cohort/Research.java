package org.mentoringcommons.analytics.cohort;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.mentoringcommons.analytics.rebuild.WholeData;

/**
 * The one door to numbers across institutions. Its database role sees the consented research rows of the institutions
 * that joined the study named in {@code app.study}, and nothing else; without a study, nothing at all. The setting is
 * made here and lasts for one transaction, so a connection goes back to the pool without it.
 */
@ApplicationScoped
public class Research {

    private final AgroalDataSource database;
    private final WholeData data;

    Research(@DataSource("research") AgroalDataSource database, WholeData data) {
        this.database = database;
        this.data = data;
    }

    /**
     * Reads for one study, from one snapshot: all sections of a report speak of the same moment.
     *
     * @param study the study's key
     * @param work what to read
     * @return what {@code work} returns
     */
    public <T> T read(String study, Function<ResearchRows, T> work) {
        return data.read(() -> inOneSnapshot(study, work));
    }

    private <T> T inOneSnapshot(String study, Function<ResearchRows, T> work) {
        try (Connection connection = database.getConnection()) {
            return read(connection, study, work);
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /**
     * The same for a tool that has signed in to the database as the research role itself.
     *
     * @param connection of the research role; nothing is left set on it
     */
    public static <T> T read(Connection connection, String study, Function<ResearchRows, T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                begin(connection, study);
                return work.apply(new ResearchRows(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    private static void begin(Connection connection, String study) throws SQLException {
        connection.createStatement().execute("set transaction isolation level repeatable read, read only");
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.study', ?, true)")) {
            set.setString(1, study);
            set.execute();
        }
    }
}
