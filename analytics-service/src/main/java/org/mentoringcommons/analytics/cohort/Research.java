package org.mentoringcommons.analytics.cohort;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
        return read(study, Duration.ZERO, work);
    }

    /**
     * The same, given up by the database after some time.
     *
     * @param atMost how long reading may take; zero for however long
     */
    public <T> T read(String study, Duration atMost, Function<ResearchRows, T> work) {
        return data.read(() -> read(database::getConnection, new Snapshot(study, atMost), work));
    }

    /** Connections of the research role, with nothing set on them. */
    @FunctionalInterface
    public interface Connections {

        /** {@return one more} */
        Connection open() throws SQLException;
    }

    /** The same for a tool that signs in to the database as the research role itself. */
    public static <T> T read(Connections connections, String study, Function<ResearchRows, T> work) {
        return read(connections, new Snapshot(study, Duration.ZERO), work);
    }

    private static <T> T read(Connections connections, Snapshot snapshot, Function<ResearchRows, T> work) {
        try (Connection connection = connections.open()) {
            try {
                snapshot.begin(connection);
                return work.apply(new ResearchRows(connection, new Helpers(connections, connection, snapshot)));
            } finally {
                Snapshot.end(connection);
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }
}
