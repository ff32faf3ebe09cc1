package org.mentoringcommons.survey.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.seal.Seals;

/**
 * Answers given for research, with what they belong to; of waves that are over, so that nobody can watch whose answer
 * comes next, and in which at least five have answered.
 */
@ApplicationScoped
class LinkedAnswers {

    private static final String LISTED_WAVES =
            """
            select w.tenant, w.id, w.protocol, w.occasion from wave w
            where w.final_responded is not null and (select count(*) from
              (select from response r where r.tenant = w.tenant and r.wave = w.id and r.research limit %1$d) few) = %1$d"""
                    .formatted(Pairs.FEWEST);

    /** The mentors with mentees of whom both sides have answered. */
    private static final String COMPLETE_PAIRS =
            """
            select m.declaration, m.pair from paired m
              join (%s) w on w.tenant = m.tenant and w.protocol = m.protocol
              join response r on r.tenant = w.tenant and r.wave = w.id and r.pseudonym = m.pseudonym and r.research
            where m.pair is not null
            group by m.declaration, m.pair having count(distinct m.side) = 2"""
                    .formatted(LISTED_WAVES);

    private static final String LIST =
            """
            with complete as (select c.*, count(*) over (partition by c.declaration) as together from (%s) c
                              where c.declaration in (select declaration from paired where protocol = ?))
            select r.id, r.wave, w.occasion, r.pseudonym, case when c.pair is null then null else m.side end, c.pair,
                   r.unfinished, r.answers
            from (%s) w
              join response r on r.tenant = w.tenant and r.wave = w.id
              left join paired m on m.tenant = r.tenant and m.protocol = w.protocol and m.pseudonym = r.pseudonym
              left join complete c on c.declaration = m.declaration and c.pair = m.pair and c.together >= ?
            where w.protocol = ? and r.research and r.id > ?
            order by r.id limit ?"""
                    .formatted(COMPLETE_PAIRS, LISTED_WAVES);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource database;
    private final Seals seals;
    private final ObjectMapper json;

    LinkedAnswers(DataSource database, Seals seals, ObjectMapper json) {
        this.database = database;
        this.seals = seals;
        this.json = json;
    }

    /** Those under this protocol after this one, in the order of their random ids. */
    List<LinkedAnswer> after(UUID protocol, UUID after, int count) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, protocol);
            select.setInt(2, Pairs.FEWEST);
            select.setObject(3, protocol);
            select.setObject(4, after == null ? BEFORE_ALL : after);
            select.setInt(5, count);
            List<LinkedAnswer> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("answers could not be read"); // without the cause, which may quote one
        }
    }

    private LinkedAnswer read(ResultSet row) throws SQLException, JsonProcessingException {
        return new LinkedAnswer(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Occasion.valueOf(row.getString(3)),
                seals.code(Seals.Purpose.PERSON, row.getBytes(4)),
                row.getString(5) == null ? null : Side.valueOf(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getBoolean(7),
                json.readTree(row.getString(8)));
    }
}
