package org.mentoringcommons.analytics.cohort;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Packs institutions whose data changed and rest now, so that studies read them in a few rows. Until then, and for those
 * that never rest, they are packed while being read; nothing but time depends on this.
 */
@ApplicationScoped
class Packing {

    private static final Duration A_ROUND = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 200;
    private static final String NEXT =
            "select institutions_to_pack(" + AT_A_TIME + ", interval '5 seconds', interval '2 minutes')";
    // a crash of the database may undo it altogether; the institution is then read from its rows as before
    private static final String NEED_NOT_SURVIVE = "set local synchronous_commit = off";
    private static final String PACK = "select pack_institution()";

    private final DataSource database;
    private final TenantTransaction transaction;

    Packing(DataSource database, TenantTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Scheduled(every = "{packing.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        long end = System.nanoTime() + A_ROUND.toNanos();
        boolean any;
        do {
            any = false;
            // institutions are independent of each other
            any |= next().parallelStream().filter(this::pack).count() > 0;
        } while (any && System.nanoTime() < end);
    }

    /** {@return false if it was packed already, or somebody is changing its data} */
    boolean pack(Tenant institution) {
        return transaction.call(institution, () -> {
            try (Connection connection = database.getConnection();
                    Statement pack = connection.createStatement()) {
                pack.execute(NEED_NOT_SURVIVE);
                try (ResultSet packed = pack.executeQuery(PACK)) {
                    packed.next();
                    return packed.getBoolean(1);
                }
            }
        });
    }

    private List<Tenant> next() {
        return transaction.call(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(NEXT);
                    ResultSet row = select.executeQuery()) {
                List<Tenant> institutions = new ArrayList<>();
                while (row.next()) {
                    institutions.add(new Tenant(row.getString(1)));
                }
                return institutions;
            }
        });
    }
}
