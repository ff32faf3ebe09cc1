package org.mentoringcommons.survey.linking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The pairs of the institution worked for, by pseudonyms. Plain SQL: whole declarations at once. */
@ApplicationScoped
public class Pairs {

    /** Of fewer pairs, whoever declared them could tell whose answers they are. */
    static final int FEWEST = 5;

    /**
     * Everybody in order of the pseudonyms, a mentor of several once. Without a tie where one has withdrawn before, or the
     * mentor has, or all the mentees.
     */
    private static final String ADD =
            """
            insert into paired (tenant, protocol, pseudonym, declaration, side, pair)
            select current_tenant(), m.protocol, m.pseudonym, ?, m.side,
                   case when w.id is not null
                          or bool_or(w.id is not null and m.side = 'MENTOR') over (partition by m.pair)
                          or bool_and(w.id is not null or m.side = 'MENTOR') over (partition by m.pair)
                        then null else m.pair end
            from unnest(?::uuid[], ?::bytea[], ?::text[], ?::uuid[]) m(protocol, pseudonym, side, pair)
              left join withdrawal w on w.protocol = m.protocol and w.pseudonym = m.pseudonym
            order by m.pseudonym
            on conflict (tenant, protocol, pseudonym) do nothing""";

    private static final String IS_THERE =
            "select count(*) > 0 from paired where declaration = ? and protocol = ? and side = 'MENTEE'";
    private static final String OTHERS =
            """
            select m.place - 1 from unnest(?::uuid[], ?::bytea[]) with ordinality m(protocol, pseudonym, place)
            where exists (select from paired p where p.protocol = m.protocol and p.pseudonym = m.pseudonym)
            order by 1""";
    private static final String INVITED = "select distinct participant from invitation where participant = any (?)";
    private static final String MAY_BE_SHOWN =
            "select count(*) > 0 from wave where protocol = ? and final_responded is not null";
    private static final String REMOVE = "delete from paired where declaration = ?";
    private static final String CUT =
            """
            with gone as (select o.protocol, o.pseudonym, o.pair, o.side from paired o
                          where o.protocol = ? and o.pseudonym = ?)
            update paired m set pair = null from gone
            where m.pair = gone.pair
              and ((m.protocol, m.pseudonym) = (gone.protocol, gone.pseudonym) or gone.side = 'MENTOR'
                   or not exists (select from paired o where o.pair = gone.pair and o.side = 'MENTEE'
                                  and (o.protocol, o.pseudonym) <> (gone.protocol, gone.pseudonym)))""";

    private final DataSource database;

    Pairs(DataSource database) {
        this.database = database;
    }

    /** One of two, or of a mentor and several mentees, who all have the same code. */
    record Member(UUID protocol, byte[] pseudonym, Side side, UUID pair) {}

    /** Whether this was declared, of mentees under this protocol. */
    boolean areThere(UUID declaration, UUID protocol) {
        return ask(IS_THERE, declaration, protocol);
    }

    /**
     * Whether evaluators may have seen which answers of mentees under this protocol belong to whose. A matter of waves alone:
     * if who has answered mattered, whoever declared pairs could try it out.
     */
    boolean mayBeShown(UUID protocol) {
        return ask(MAY_BE_SHOWN, protocol);
    }

    /** The places of those who are in a pair already. */
    List<Integer> others(List<Member> members) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OTHERS)) {
            select.setArray(1, protocols(connection, members));
            select.setArray(2, pseudonyms(connection, members));
            List<Integer> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(row.getInt(1));
                }
            }
            return places;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    void add(UUID declaration, List<Member> members) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, declaration);
            insert.setArray(2, protocols(connection, members));
            insert.setArray(3, pseudonyms(connection, members));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            members.stream().map(member -> member.side().name()).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid", members.stream().map(Member::pair).toArray()));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    void remove(UUID declaration) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, declaration);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /**
     * Unties whoever has this pseudonym: the answers of the others stay. Those of a mentor, and of a last mentee's mentor, belong
     * to nobody else's any more.
     */
    public void cut(UUID protocol, byte[] pseudonym) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CUT)) {
            update.setObject(1, protocol);
            update.setBytes(2, pseudonym);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Those of these participants who were ever invited here. */
    Set<UUID> invited(Collection<UUID> participants) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(INVITED)) {
            select.setArray(1, connection.createArrayOf("uuid", participants.toArray()));
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private boolean ask(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                select.setObject(index + 1, values[index]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Array protocols(Connection connection, List<Member> members) throws SQLException {
        return connection.createArrayOf(
                "uuid", members.stream().map(Member::protocol).toArray());
    }

    private static Array pseudonyms(Connection connection, List<Member> members) throws SQLException {
        return connection.createArrayOf(
                "bytea", members.stream().map(Member::pseudonym).toArray(byte[][]::new));
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("pairs could not be kept or read", failure);
    }
}
