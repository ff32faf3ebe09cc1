package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** The webhooks of the institution worked for. */
@ApplicationScoped
class Webhooks {

    private static final String COLUMNS =
            "select id, url, description, events, secret, former_until, revision from webhook";
    private static final String ADD =
            """
            insert into webhook (tenant, id, url, description, events) values (current_tenant(), ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update webhook set url = ?, description = ?, events = ?, revision = revision + 1
            where id = ? and revision = ?""";
    private static final String ROTATE =
            """
            update webhook set secret = secret + 1, former_until = ?, revision = revision + 1 where id = ?""";
    private static final String TAKE_TURN =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('webhooks/' || current_tenant(), 0))) turn";

    private final Statements database;

    Webhooks(Statements database) {
        this.database = database;
    }

    /** All, by id; there are few. */
    List<Webhook> all() {
        return database.list(COLUMNS + " order by id", Webhooks::read);
    }

    Optional<Webhook> find(UUID id) {
        return database.first(COLUMNS + " where id = ?", Webhooks::read, id);
    }

    Optional<Webhook> at(String url) {
        return database.first(COLUMNS + " where url = ?", Webhooks::read, url);
    }

    /** Those told of such events. */
    List<UUID> toldOf(EventType type) {
        return database.list(
                "select id from webhook where ? = any (events) order by id",
                row -> row.getObject(1, UUID.class),
                type.word());
    }

    /** Until the transaction ends nobody else adds or changes one: they are counted, and an address has one only. */
    void takeTurn() {
        database.first(TAKE_TURN, row -> row.getInt(1));
    }

    void add(UUID id, NewWebhook wanted) {
        database.update(ADD, id, wanted.url(), wanted.description(), words(wanted.events()));
    }

    /** @return whether it still was as it was read */
    boolean change(Webhook read, NewWebhook wanted) {
        return database.update(
                        CHANGE, wanted.url(), wanted.description(), words(wanted.events()), read.id(), read.revision())
                == 1;
    }

    void rotate(UUID id, Instant formerUntil) {
        database.update(ROTATE, formerUntil.atOffset(ZoneOffset.UTC), id);
    }

    void remove(UUID id) {
        database.update("delete from webhook where id = ?", id);
    }

    private static List<String> words(List<EventType> events) {
        return events.stream().distinct().sorted().map(EventType::word).toList();
    }

    private static Webhook read(ResultSet row) throws SQLException {
        OffsetDateTime formerUntil = row.getObject(6, OffsetDateTime.class);
        return new Webhook(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Statements.words(row, 4).stream().map(EventType::of).toList(),
                row.getInt(5),
                formerUntil == null ? null : formerUntil.toInstant(),
                row.getInt(7));
    }
}
