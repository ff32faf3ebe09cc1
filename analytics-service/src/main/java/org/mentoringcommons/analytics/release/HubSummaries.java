package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.report.Document;

/**
 * What hubs are told about themselves: once a month, what the last release of each study says of the hub. It is cut out of
 * what is published, so nobody can learn from it, or from two of them, what a release does not say.
 */
@ApplicationScoped
class HubSummaries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;
    private final Releases releases;
    private final Clock clock;

    HubSummaries(EntityManager database, Releases releases, Clock clock) {
        this.database = database;
        this.releases = releases;
        this.clock = clock;
    }

    /** {@return this month's document of a hub, made when it is first asked for} */
    Document of(String hub) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        return find(hub, month).orElseGet(() -> {
            database.createNativeQuery(
                            """
                            insert into hub_summary (hub, month, body, frozen_at) values (?1, ?2, ?3, ?4)
                            on conflict do nothing""")
                    .setParameter(1, hub)
                    .setParameter(2, month)
                    .setParameter(3, write(hub, month, now))
                    .setParameter(4, now)
                    .executeUpdate();
            return find(hub, month).orElseThrow(); // somebody else's, if they were first
        });
    }

    private Optional<Document> find(String hub, LocalDate month) {
        return database.createNativeQuery("select body from hub_summary where hub = ?1 and month = ?2", byte[].class)
                .setParameter(1, hub)
                .setParameter(2, month)
                .getResultStream()
                .map(body -> Document.of("application/json", (byte[]) body))
                .findFirst();
    }

    private byte[] write(String hub, LocalDate month, Instant now) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("hub", hub);
        summary.put("month", month.toString().substring(0, 7));
        summary.put("frozenAt", now.toString());
        ArrayNode studies = summary.putArray("releases");
        for (FrozenRelease release : releases.lastOfEachStudy()) {
            ObjectNode one = studies.addObject();
            one.put("release", release.number());
            one.put("study", release.study());
            one.put("title", release.title());
            one.put("contentHash", release.contentHash());
            one.set("cells", cells(release, hub));
        }
        try {
            return JSON.writeValueAsBytes(summary);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ArrayNode cells(FrozenRelease release, String hub) {
        ArrayNode cells = JSON.createArrayNode();
        for (JsonNode cell : content(release).get("cells")) {
            if (hub.equals(cell.get("cell").path(Dimension.HUB.word()).asText(null))) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private JsonNode content(FrozenRelease release) {
        try {
            return JSON.readTree(releases.document(release.number(), Documents.JSON)
                    .orElseThrow()
                    .body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a frozen document cannot be read", unreadable);
        }
    }
}
