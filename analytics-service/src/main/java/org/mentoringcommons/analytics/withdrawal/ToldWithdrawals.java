package org.mentoringcommons.analytics.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Of which withdrawn answers of the bound institution it was told what they are still in. A rebuild does not forget it. */
@ApplicationScoped
class ToldWithdrawals {

    private static final String ADD =
            "insert into withdrawal_told (tenant, response) values (current_tenant(), ?) on conflict do nothing";

    private final DataSource database;

    ToldWithdrawals(DataSource database) {
        this.database = database;
    }

    /** {@return whether it is to be told now; false if it was told before} */
    boolean addIfFirst(UUID answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, answer);
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("a withdrawn answer could not be noted", failure);
        }
    }
}
