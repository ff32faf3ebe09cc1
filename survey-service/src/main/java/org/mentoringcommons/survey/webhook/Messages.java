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

/** The messages of the institution worked for. */
@ApplicationScoped
class Messages {

    private static final String ADD =
            """
            insert into webhook_message (tenant, id, webhook, event, type, body, made_at, due_at)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, webhook, event) do nothing""";
    private static final String COLUMNS =
            "select id, webhook, type, body, made_at, state, due_at, attempts, outcome from webhook_message ";
    private static final String NEXT =
            COLUMNS + "where webhook = ? and state = 'WAITING' and due_at <= ? order by due_at, number limit 1";
    private static final String LIST = COLUMNS
            + """
                    where webhook = ? and (?::text is null or state = ?::text) and (?::uuid is null
                           or number < (select number from webhook_message where webhook = ? and id = ?::uuid))
                    order by number desc limit ?""";
    /** Of what does not wait any more, due_at is when that came about. */
    private static final String DELIVERED =
            """
            update webhook_message set state = 'DELIVERED', attempts = attempts + 1, outcome = ?, due_at = ?
            where id = ? and state = 'WAITING'""";

    private static final String FAILED =
            """
            update webhook_message set attempts = attempts + 1, outcome = ?, due_at = ?, state = ?
            where id = ? and state = 'WAITING' and attempts = ?""";
    private static final String REPLAY =
            """
            update webhook_message set state = 'WAITING', attempts = 0, due_at = ?
            where webhook = ? and (?::uuid is null or id = ?::uuid) and (?::text is null or state = ?::text)""";
    private static final String FORGET =
            "delete from webhook_message where webhook = ? and due_at < ? and (? or state <> 'WAITING')";
    private static final String NEXT_DUE =
            "select min(due_at) from webhook_message where webhook = ? and state = 'WAITING'";

    private final Statements database;

    Messages(Statements database) {
        this.database = database;
    }

    /** Adds a message, unless the webhook has been told of this event. @return whether it was added */
    boolean add(UUID id, UUID webhook, String event, String type, String body, Instant now) {
        return database.update(ADD, id, webhook, event, type, body, at(now), at(now)) == 1;
    }

    Optional<Message> find(UUID webhook, UUID id) {
        return database.first(COLUMNS + "where webhook = ? and id = ?", Messages::read, webhook, id);
    }

    /** The ping that has not been answered yet. */
    Optional<Message> waitingPing(UUID webhook) {
        return database.first(
                COLUMNS + "where webhook = ? and type = ? and state = 'WAITING'",
                Messages::read,
                webhook,
                EventType.PING);
    }

    /** The youngest first. @param after the last one seen; null for the beginning */
    List<Message> list(UUID webhook, Message.State state, UUID after, int most) {
        String word = state == null ? null : state.name();
        return database.list(LIST, Messages::read, webhook, word, word, after, webhook, after, most);
    }

    /** What is to be sent now: what has been due for longest, and of that what was made first. */
    Optional<Message> next(UUID webhook, Instant now) {
        return database.first(NEXT, Messages::read, webhook, at(now));
    }

    void delivered(Message message, Outcome outcome, Instant now) {
        database.update(DELIVERED, outcome.word(), at(now), message.id());
    }

    /**
     * To be sent again after a while, or given up. It changes nothing if another instance has tried as well.
     *
     * @return whether it is given up
     */
    boolean failed(Message message, Outcome outcome, Instant now) {
        Optional<Instant> again =
                Backoff.after(message.attempts() + 1, message.id()).map(now::plus);
        database.update(
                FAILED,
                outcome.word(),
                at(again.orElse(now)),
                (again.isPresent() ? Message.State.WAITING : Message.State.DEAD).name(),
                message.id(),
                message.attempts());
        return again.isEmpty();
    }

    /** Has messages sent again, now. @param id null for all; @param state null for any. @return how many */
    int replay(UUID webhook, UUID id, Message.State state, Instant now) {
        String word = state == null ? null : state.name();
        return database.update(REPLAY, at(now), webhook, id, id, word, word);
    }

    /** When there is something to send; null if nothing waits. */
    Instant nextDue(UUID webhook) {
        return database.first(NEXT_DUE, row -> Optional.ofNullable(instant(row, 1)), webhook)
                .flatMap(due -> due)
                .orElse(null);
    }

    boolean isAnyKept(UUID webhook) {
        return database.first("select 1 from webhook_message where webhook = ? limit 1", row -> true, webhook)
                .isPresent();
    }

    /** What has been delivered or given up before. */
    void forgetOver(UUID webhook, Instant before) {
        database.update(FORGET, webhook, at(before), false);
    }

    /** What waits in vain, too. */
    void forgetAll(UUID webhook, Instant before) {
        database.update(FORGET, webhook, at(before), true);
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                Message.State.valueOf(row.getString(6)),
                instant(row, 7),
                row.getInt(8),
                row.getString(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
