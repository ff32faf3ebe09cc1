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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.institution.Registered;
import org.mentoringcommons.analytics.report.Document;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * What hubs are told about themselves: a document a month, frozen, of what the last release of each study says of the hub and
 * of its institutions that agreed to be named. It is cut out of what is published, so nobody can learn from it, or from any
 * number of them, what a release does not say.
 */
@ApplicationScoped
class HubSummaries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;
    private final Releases releases;
    private final Institutions institutions;
    private final TenantTransaction transaction;
    private final Clock clock;

    HubSummaries(
            EntityManager database,
            Releases releases,
            Institutions institutions,
            TenantTransaction transaction,
            Clock clock) {
        this.database = database;
        this.releases = releases;
        this.institutions = institutions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes this month's documents of all hubs that have none; of two instances at once, each document is made by one. */
    void round() {
        transaction.run(null, () -> {
            Instant now = now();
            Set<String> hubs = institutions.registered().values().stream()
                    .map(Registered::hub)
                    .collect(Collectors.toCollection(TreeSet::new));
            hubs.removeAll(made(month(now)));
            Map<FrozenRelease, JsonNode> last = hubs.isEmpty() ? Map.of() : last();
            if (!last.isEmpty()) {
                hubs.forEach(hub -> add(hub, month(now), write(hub, month(now), now, last), now));
            }
        });
    }

    /** {@return this month's document of a hub; made now, where the round was not there yet and something is published} */
    Document of(String hub) {
        Instant now = now();
        return find(hub, month(now)).orElseGet(() -> {
            Map<FrozenRelease, JsonNode> last = last();
            byte[] body = write(hub, month(now), now, last);
            if (last.isEmpty()) {
                return Document.of("application/json", body);
            }
            add(hub, month(now), body, now);
            return find(hub, month(now)).orElseThrow(); // somebody else's, if they were first
        });
    }

    /** {@return the document of another month; empty if there is none} */
    Optional<Document> find(String hub, YearMonth month) {
        return database.createNativeQuery("select body from hub_summary where hub = ?1 and month = ?2", byte[].class)
                .setParameter(1, hub)
                .setParameter(2, month.atDay(1))
                .getResultStream()
                .map(body -> Document.of("application/json", (byte[]) body))
                .findFirst();
    }

    YearMonth month() {
        return month(now());
    }

    private static YearMonth month(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @SuppressWarnings("unchecked")
    private Set<String> made(YearMonth month) {
        return Set.copyOf(database.createNativeQuery("select hub from hub_summary where month = ?1", String.class)
                .setParameter(1, month.atDay(1))
                .getResultList());
    }

    private void add(String hub, YearMonth month, byte[] body, Instant now) {
        database.createNativeQuery(
                        """
                        insert into hub_summary (hub, month, body, frozen_at) values (?1, ?2, ?3, ?4)
                        on conflict do nothing""")
                .setParameter(1, hub)
                .setParameter(2, month.atDay(1))
                .setParameter(3, body)
                .setParameter(4, now)
                .executeUpdate();
    }

    private Map<FrozenRelease, JsonNode> last() {
        Map<FrozenRelease, JsonNode> last = new LinkedHashMap<>();
        releases.lastOfEachStudy().forEach(release -> last.put(release, content(release)));
        return last;
    }

    private byte[] write(String hub, YearMonth month, Instant now, Map<FrozenRelease, JsonNode> last) {
        Set<String> members = institutions.registered().values().stream()
                .filter(institution -> institution.hub().equals(hub))
                .map(Registered::alias)
                .collect(Collectors.toSet());
        ObjectNode summary = JSON.createObjectNode();
        summary.put("hub", hub);
        summary.put("month", month.toString());
        summary.put("frozenAt", now.toString());
        ArrayNode studies = summary.putArray("releases");
        last.forEach((release, content) -> {
            ObjectNode one = studies.addObject();
            one.put("release", release.number());
            one.put("study", release.study());
            one.put("title", release.title());
            one.put("contentHash", release.contentHash());
            ArrayNode cells = one.putArray("cells");
            for (JsonNode cell : content.get("cells")) {
                if (hub.equals(cell.get("cell").path(Dimension.HUB.word()).asText(null))) {
                    cells.add(cell);
                }
            }
            ArrayNode sites = one.putArray("sites");
            for (JsonNode site : content.withArray("sites")) {
                if (members.contains(site.get("site").asText())) {
                    sites.add(site);
                }
            }
        });
        try {
            return JSON.writeValueAsBytes(summary);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
