package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.coding.CodingErasure;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.HalfPair;

/** Answers that were collected elsewhere, once they are here: told to the other services a few at a time, and taken back. */
@ApplicationScoped
public class ImportedAnswers {

    private static final String AFTER =
            """
            select r.id, r.wave, r.revision, r.research, r.unfinished, r.answers, w.opens_at from response r
              join wave w on w.tenant = r.tenant and w.id = r.wave
            where r.import = ? and (?::uuid is null or r.id > ?::uuid) order by r.id limit ?""";
    private static final String LOCK = "select id from response where import = ? order by id limit ? for update";

    private static final String LOCK_OF_WAVE = "select id from response where wave = ? order by id limit ? for update";

    private final Statements statements;
    private final GivenAnswers given;
    private final CodingErasure codings;
    private final Outbox outbox;
    private final ObjectReader json;

    ImportedAnswers(
            Statements statements, GivenAnswers given, CodingErasure codings, Outbox outbox, ObjectMapper json) {
        this.statements = statements;
        this.given = given;
        this.codings = codings;
        this.outbox = outbox;
        this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    private record Told(UUID id, Fact fact) {}

    /**
     * Tells of those that come after this one in the order of ids, which tells nothing.
     *
     * @param after null is before all
     * @return which were told, in their order; none if there are no more
     */
    public List<UUID> tell(UUID importedWith, UUID after, int most) {
        List<Told> next = statements.list(AFTER, this::read, importedWith, after, after, most);
        if (!next.isEmpty()) {
            outbox.appendAll(next.stream().map(Told::fact).toList());
        }
        return next.stream().map(Told::id).toList();
    }

    /** Removes so many, with what was made of their words, and tells everybody that they are gone. @return how many */
    public int takeBack(UUID importedWith, int most) {
        return takeBack(LOCK, importedWith, most);
    }

    /** As {@link #takeBack(UUID, int)}, of those to a wave. */
    public int takeBackOf(UUID wave, int most) {
        return takeBack(LOCK_OF_WAVE, wave, most);
    }

    private int takeBack(String lock, UUID of, int most) {
        List<UUID> gone = statements.list(lock, row -> row.getObject(1, UUID.class), of, most);
        if (!gone.isEmpty()) {
            codings.eraseOf(gone);
            given.destroy(gone);
        }
        return gone.size();
    }

    private Told read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        ObjectNode told;
        try {
            told = HalfPair.without((ObjectNode) json.readTree(row.getString(6)));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an answer could not be read"); // without the cause, which may quote it
        }
        return new Told(
                id,
                ResponseFact.of(
                        id,
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        new AcceptedAnswers(told, JsonNodeFactory.instance.objectNode()),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }
}
