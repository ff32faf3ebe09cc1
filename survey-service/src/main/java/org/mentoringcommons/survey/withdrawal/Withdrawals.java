package org.mentoringcommons.survey.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.protocol.WithdrawalPolicy;

/** The withdrawals at the institution worked for. They are added, never changed. */
@ApplicationScoped
class Withdrawals {

    private static final String COLUMNS = "select w.id, w.protocol, w.policy, w.day, w.answers from withdrawal w ";
    private static final String BY_ID = COLUMNS + "where w.id = ?";
    private static final String BY_PERSON = COLUMNS + "where w.protocol = ? and w.pseudonym = ?";
    private static final String BY_RECEIPT = COLUMNS
            + "join withdrawn_receipt r on r.tenant = w.tenant and r.withdrawal = w.id where r.receipt_hash = any (?)";
    private static final String ADD =
            """
            insert into withdrawal (tenant, id, protocol, pseudonym, policy, day, answers)
            values (current_tenant(), ?, ?, ?, ?, ?, ?)""";
    private static final String KEEP_RECEIPTS =
            """
            insert into withdrawn_receipt (tenant, receipt_hash, withdrawal)
            select tenant, receipt_hash, ? from response where id = any (?) on conflict do nothing""";

    private static final String BY_RECORD = COLUMNS
            + "join withdrawn_record r on r.tenant = w.tenant and r.withdrawal = w.id where w.protocol = ? and r.record = any (?)";
    private static final String KEEP_RECORDS =
            """
            insert into withdrawn_record (tenant, record, withdrawal)
            select tenant, record, ? from response where id = any (?) and record is not null on conflict do nothing""";

    private final DataSource database;

    Withdrawals(DataSource database) {
        this.database = database;
    }

    Optional<Withdrawal> find(UUID id) {
        return read(BY_ID, id);
    }

    Optional<Withdrawal> find(UUID protocol, byte[] pseudonym) {
        return read(BY_PERSON, protocol, pseudonym);
    }

    /** @param hashes of the spellings of one receipt */
    Optional<Withdrawal> byReceipt(List<byte[]> hashes) {
        return read(BY_RECEIPT, (Object) hashes.toArray(byte[][]::new));
    }

    /** @param records by which an answer from a file may be known */
    Optional<Withdrawal> byRecord(UUID protocol, List<byte[]> records) {
        return read(BY_RECORD, protocol, records.toArray(byte[][]::new));
    }

    /** Keeps it, with the receipts of these answers, and by what files would bring them again; they are still there. */
    void add(Withdrawal withdrawal, byte[] pseudonym, Collection<UUID> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD);
                PreparedStatement receipts = connection.prepareStatement(KEEP_RECEIPTS);
                PreparedStatement records = connection.prepareStatement(KEEP_RECORDS)) {
            insert.setObject(1, withdrawal.id());
            insert.setObject(2, withdrawal.protocol());
            insert.setBytes(3, pseudonym);
            insert.setString(4, withdrawal.policy().name());
            insert.setObject(5, withdrawal.day());
            insert.setInt(6, withdrawal.answers());
            insert.executeUpdate();
            for (PreparedStatement keep : List.of(receipts, records)) {
                keep.setObject(1, withdrawal.id());
                keep.setArray(2, connection.createArrayOf("uuid", answers.toArray()));
                keep.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a withdrawal could not be kept", failure);
        }
    }

    private Optional<Withdrawal> read(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                if (values[index] instanceof byte[][] several) {
                    select.setArray(index + 1, connection.createArrayOf("bytea", several));
                } else {
                    select.setObject(index + 1, values[index]);
                }
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Withdrawal(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                WithdrawalPolicy.valueOf(row.getString(3)),
                                row.getObject(4, LocalDate.class),
                                row.getInt(5)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("withdrawals could not be read", failure);
        }
    }
}
