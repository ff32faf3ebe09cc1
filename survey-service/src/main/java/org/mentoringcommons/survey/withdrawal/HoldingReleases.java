package org.mentoringcommons.survey.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.protocol.WithdrawalPolicy;

/**
 * Which frozen releases hold the withdrawn answers of the institution worked for. Whoever tells it is named the answer, so
 * its number is kept until then; what is kept for good names withdrawal and releases.
 */
@ApplicationScoped
class HoldingReleases {

    private static final String AWAIT =
            "insert into awaited_answer (tenant, response, withdrawal) select current_tenant(), unnest(?::uuid[]), ?";
    private static final String TAKE = "delete from awaited_answer where response = ? returning withdrawal";
    private static final String ARE_AWAITED = "select exists (select from awaited_answer where withdrawal = ?)";
    private static final String ADD =
            """
            insert into holding_release (tenant, withdrawal, number, title, address, certain)
            values (current_tenant(), ?, ?, ?, ?, ?)
            on conflict (tenant, withdrawal, number) do update set certain = holding_release.certain or excluded.certain""";
    private static final String ALL_TOLD =
            "insert into withdrawal_told (tenant, withdrawal, day) values (current_tenant(), ?, ?)";
    private static final String TOLD = "select day from withdrawal_told where withdrawal = ?";
    private static final String OF =
            "select number, title, address, certain from holding_release where withdrawal = ? order by number";

    private final DataSource database;

    HoldingReleases(DataSource database) {
        this.database = database;
    }

    /** These answers go with this withdrawal; it is told of each what holds it. */
    void await(UUID withdrawal, Collection<UUID> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(AWAIT)) {
            insert.setArray(1, connection.createArrayOf("uuid", answers.toArray()));
            insert.setObject(2, withdrawal);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The withdrawal of an awaited answer, which is not awaited from now on. */
    Optional<UUID> take(UUID answer) {
        return one(TAKE, answer, row -> row.getObject(1, UUID.class));
    }

    boolean areAwaited(UUID withdrawal) {
        return one(ARE_AWAITED, withdrawal, row -> row.getBoolean(1)).orElseThrow();
    }

    void add(UUID withdrawal, List<HoldingRelease> releases) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (HoldingRelease release : releases) {
                insert.setObject(1, withdrawal);
                insert.setInt(2, release.number());
                insert.setString(3, release.title());
                insert.setString(4, release.address());
                insert.setBoolean(5, release.holding() == HoldingRelease.Certainty.COUNTED);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    void allTold(UUID withdrawal, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ALL_TOLD)) {
            insert.setObject(1, withdrawal);
            insert.setObject(2, day);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** What is known by now. */
    Known of(Withdrawal withdrawal) {
        if (withdrawal.answers() == 0) {
            return new Known(Known.Extent.ALL, List.of(), null);
        }
        if (withdrawal.policy() == WithdrawalPolicy.RETAIN) {
            return new Known(Known.Extent.IN_USE, List.of(), null);
        }
        Optional<LocalDate> told = one(TOLD, withdrawal.id(), row -> row.getObject(1, LocalDate.class));
        if (told.isPresent()) {
            return new Known(Known.Extent.ALL, releases(withdrawal), told.get());
        }
        return areAwaited(withdrawal.id())
                ? new Known(Known.Extent.NOT_YET, releases(withdrawal), null)
                : new Known(Known.Extent.NOT_ASKED, List.of(), null);
    }

    private List<HoldingRelease> releases(Withdrawal withdrawal) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, withdrawal.id());
            List<HoldingRelease> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new HoldingRelease(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4) ? HoldingRelease.Certainty.COUNTED : HoldingRelease.Certainty.POSSIBLE));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, UUID id, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(reading.read(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("releases that hold withdrawn answers could not be read or kept", failure);
    }
}
