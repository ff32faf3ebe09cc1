package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.wave.Waves;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Whether the counts kept by changes are those that the rows give, bit for bit, institution by institution; and counting
 * anew where that was asked for. An institution somebody is changing right now is left for later.
 */
@ApplicationScoped
class CountChecks {

    private static final Logger LOG = Logger.getLogger(CountChecks.class);
    private static final String FINDINGS = "select * from count_checks()";
    private static final String TO_CHECK = "select institutions_to_check(?, make_interval(secs => ?))";
    private static final String TO_RECOUNT = "select institutions_to_recount(?)";
    private static final String CHECKED =
            "update institution_version set checked_at = now(), checked_version = ?, agrees = ?";
    private static final String COUNTED = "update institution_version set recount_due = false, agrees = true";
    private static final String ASK = "update institution_version set recount_due = true, version = version + 1";

    // a crash of the database may undo it altogether; the recount is then still due, and nobody waits for the disk
    private static final String NEED_NOT_SURVIVE = "set local synchronous_commit = off";

    private final DataSource database;
    private final TenantTransaction transaction;
    private final Versions versions;
    private final Counts counts;
    private final Recount recount;
    private final Waves waves;

    CountChecks(
            DataSource database,
            TenantTransaction transaction,
            Versions versions,
            Counts counts,
            Recount recount,
            Waves waves) {
        this.database = database;
        this.transaction = transaction;
        this.versions = versions;
        this.counts = counts;
        this.recount = recount;
        this.waves = waves;
    }

    /**
     * What the checks of all institutions found.
     *
     * @param institutions that anything is known of
     * @param checked how many of them were ever checked
     * @param oldest when the one was checked that waits longest; null if none was
     * @param recountsDue how many wait to be counted anew
     * @param disagreeing ids of those whose kept counts are not what their rows give
     */
    record Findings(
            long institutions, long checked, OffsetDateTime oldest, long recountsDue, List<String> disagreeing) {}

    Findings findings() {
        return transaction.call(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(FINDINGS);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new Findings(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getLong(4),
                        texts(row.getArray(5)));
            }
        });
    }

    /** Those not checked for the longest time, at most so many, and none checked within the period and unchanged since. */
    List<Tenant> toCheck(int most, long againAfterSeconds) {
        return institutions(TO_CHECK, most, againAfterSeconds);
    }

    List<Tenant> toRecount(int most) {
        return institutions(TO_RECOUNT, most, null);
    }

    /** {@return whether kept and made counts are the same; empty if it could not be looked at now} */
    Optional<Boolean> check(Tenant institution) {
        return transaction.call(institution, () -> {
            Optional<Versions.Version> version = versions.hold().filter(held -> !held.recountDue());
            if (version.isEmpty()) {
                return Optional.empty();
            }
            Recount.Made made = recount.run();
            boolean agrees = same(counts.all(), made.counts()) && made.wavesAgree();
            execute(CHECKED, version.get().number(), agrees);
            if (!agrees) {
                LOG.errorf("the counts of institution %s are not what its rows give", institution.id());
            }
            return Optional.of(agrees);
        });
    }

    /** Lets what the rows give stand as the institution's counts. */
    boolean countAnew(Tenant institution) {
        return transaction.call(institution, () -> {
            Optional<Versions.Version> version = versions.hold();
            version.ifPresent(held -> {
                Recount.Made made = recount.run();
                if (!made.corrections().isEmpty()) {
                    waves.answered(made.corrections());
                }
                counts.replace(held.number(), made.counts());
                execute(COUNTED);
                execute(NEED_NOT_SURVIVE);
            });
            return version.isPresent();
        });
    }

    /** {@return false if nothing is known of the institution} */
    boolean askToCountAnew(Tenant institution) {
        return transaction.call(institution, () -> execute(ASK) == 1);
    }

    private static boolean same(
            Map<InstrumentReference, InstrumentCounts> kept, Map<InstrumentReference, InstrumentCounts> made) {
        kept.values().removeIf(InstrumentCounts::isNothing);
        return kept.keySet().equals(made.keySet())
                && kept.entrySet().stream().allMatch(entry -> entry.getValue().isSameAs(made.get(entry.getKey())));
    }

    private List<Tenant> institutions(String query, int most, Long seconds) {
        return transaction.call(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(query)) {
                select.setInt(1, most);
                if (seconds != null) {
                    select.setDouble(2, seconds);
                }
                List<Tenant> institutions = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        institutions.add(new Tenant(row.getString(1)));
                    }
                }
                return institutions;
            }
        });
    }

    private int execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the finding could not be kept", failure);
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
