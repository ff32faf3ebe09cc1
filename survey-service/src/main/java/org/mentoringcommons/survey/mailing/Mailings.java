package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** When and how far mails go out at the institution worked for. */
@ApplicationScoped
class Mailings {

    private static final String FIND = "select reminder_days, quiet_from, quiet_to from mailing where protocol = ?";
    private static final String PLAN =
            """
            insert into mailing (tenant, protocol, reminder_days, quiet_from, quiet_to)
            values (current_tenant(), ?, ?, ?, ?)
            on conflict (tenant, protocol) do update set reminder_days = excluded.reminder_days,
              quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to""";
    private static final String FORGET = "delete from mailing where protocol = ?";
    private static final String BEGIN =
            """
            insert into mailing_round (tenant, wave, number) values (current_tenant(), ?, ?)
            on conflict (tenant, wave, number) do nothing""";
    private static final String LOCK = "select place, done from mailing_round where wave = ? and number = ? for update";
    private static final String PASS = "update mailing_round set place = ? where wave = ? and number = ?";
    private static final String PUT_BACK =
            "update mailing_round set place = ?::uuid where wave = ? and number = ? and place = ? and not done";
    private static final String AGAIN =
            "update mailing_round set again = again || ? where wave = ? and number = ? and ? <> all (again)";
    private static final String WHO_AGAIN = "select unnest(again) from mailing_round where wave = ? and number = ?";
    private static final String PASS_AGAIN =
            "update mailing_round set again = array_remove(again, ?) where wave = ? and number = ?";
    private static final String DONE = "update mailing_round set done = true where wave = ? and number = ?";

    private final DataSource database;

    Mailings(DataSource database) {
        this.database = database;
    }

    /**
     * How far a round has gone.
     *
     * @param after the place of whom it passed last; null if nobody
     */
    record Progress(UUID after, boolean done) {}

    Optional<Mailing> find(UUID protocol) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, protocol);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Mailing(
                                Arrays.asList((Integer[]) row.getArray(1).getArray()),
                                row.getObject(2, LocalTime.class),
                                row.getObject(3, LocalTime.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a mailing could not be read", failure);
        }
    }

    void plan(UUID protocol, Mailing mailing) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PLAN)) {
            insert.setObject(1, protocol);
            insert.setArray(
                    2, connection.createArrayOf("int", mailing.reminderDays().toArray()));
            insert.setObject(3, mailing.quietFrom());
            insert.setObject(4, mailing.quietTo());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a mailing could not be kept", failure);
        }
    }

    void forget(UUID protocol) {
        update(FORGET, protocol);
    }

    /** The round's progress, which nobody else changes until the transaction ends. */
    Progress lock(UUID wave, int round) {
        update(BEGIN, wave, round);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, wave);
            select.setInt(2, round);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Progress(row.getObject(1, UUID.class), row.getBoolean(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a round of mails could not be read", failure);
        }
    }

    void pass(UUID wave, int round, UUID place) {
        update(PASS, place, wave, round);
    }

    /** Who stands here, if nobody was passed since, was not passed after all. @param before who was passed last before */
    void putBack(UUID wave, int round, UUID place, UUID before) {
        update(PUT_BACK, before, wave, round, place);
    }

    /** For who stands here the round is not over, also when it is for all others. */
    void tryAgain(UUID wave, int round, UUID place) {
        update(BEGIN, wave, round);
        update(AGAIN, place, wave, round, place);
    }

    /** The places of those for whom the round is not over. */
    Set<UUID> again(UUID wave, int round) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WHO_AGAIN)) {
            select.setObject(1, wave);
            select.setInt(2, round);
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> places = new HashSet<>();
                while (row.next()) {
                    places.add(row.getObject(1, UUID.class));
                }
                return places;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a round of mails could not be read", failure);
        }
    }

    void passAgain(UUID wave, int round, UUID place) {
        update(PASS_AGAIN, place, wave, round);
    }

    void done(UUID wave, int round) {
        update(DONE, wave, round);
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a round of mails could not be kept", failure);
        }
    }
}
