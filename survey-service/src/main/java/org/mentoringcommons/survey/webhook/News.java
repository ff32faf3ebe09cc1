package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * What facts of the platform say of institutions. In their transaction no institution is worked for, so what they say is kept
 * until messages are made of it in a transaction of the institution, which takes it away.
 */
@ApplicationScoped
class News {

    private static final Logger LOG = Logger.getLogger(News.class);
    /** Of institutions without any webhook, nothing is kept. */
    private static final String KEEP =
            """
            insert into webhook_news (institution, event, type, data, happened_at)
            select ?, ?, ?, ?, ? where exists (select from webhook_lane where institution = ?)
            on conflict do nothing""";

    private static final String WAITING =
            "select distinct institution from webhook_news order by institution limit 100";
    private static final String TAKE =
            """
            with free as materialized (
              select institution, event from webhook_news where institution = ? for update skip locked),
            taken as (
              delete from webhook_news n using free where n.institution = free.institution and n.event = free.event
              returning n.type, n.event, n.happened_at, n.data)
            select type, event, happened_at, data from taken order by happened_at, event""";

    private final Statements database;
    private final Announcements announcements;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final ObjectMapper json;

    News(
            Statements database,
            Announcements announcements,
            TenantTransaction transaction,
            ExecutorService threads,
            ObjectMapper json) {
        this.database = database;
        this.announcements = announcements;
        this.transaction = transaction;
        this.threads = threads;
        this.json = json;
    }

    private record Item(EventType type, String event, Instant happenedAt, JsonNode data) {}

    /** Keeps it, in the transaction under way, for an institution that is not the one worked for. */
    void keep(Tenant institution, EventType type, String event, Instant happenedAt, Object data) {
        if (announcements.isNews(happenedAt)) {
            database.update(
                    KEEP,
                    institution.id(),
                    event,
                    type.word(),
                    json.valueToTree(data).toString(),
                    happenedAt.atOffset(ZoneOffset.UTC),
                    institution.id());
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of news failed; the next one follows", failure.getCause());
        }
    }

    /** Makes messages of all that waits. */
    void round() {
        for (Tenant institution :
                transaction.call(null, () -> database.list(WAITING, row -> new Tenant(row.getString(1))))) {
            try {
                transaction.run(institution, () -> tell(institution));
            } catch (RuntimeException failure) { // the others' go on
                LOG.warnf("news of institution %s could not be told (%s)", institution, failure.getClass());
            }
        }
    }

    private void tell(Tenant institution) {
        List<Item> items = database.list(
                TAKE,
                row -> new Item(
                        EventType.of(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        tree(row.getString(4))),
                institution.id());
        items.forEach(item -> announcements.tell(item.type(), item.event(), item.happenedAt(), item.data()));
    }

    private JsonNode tree(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was kept is no JSON");
        }
    }
}
