package org.mentoringcommons.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.survey.invitation.Rounds;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** Makes things happen elsewhere: facts arrive, rosters change. */
@ApplicationScoped
public class World {

    private final List<Subscription<?>> subscriptions;
    private final TenantTransaction transaction;
    private final Rounds rounds;
    private final ObjectMapper json;
    private final AtomicLong versions = new AtomicLong();

    World(@All List<Subscription<?>> subscriptions, TenantTransaction transaction, Rounds rounds, ObjectMapper json) {
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.rounds = rounds;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A workshop of this institution, delivered an hour ago. */
    public record Held(Tenant institution, UUID id, String curriculum) {}

    /** The participants' tokens of a workshop whose wave is open, with the codes of those who may code its texts. */
    public record Asked(Held workshop, String wave, List<String> tokens) {

        public String token() {
            return tokens.get(0);
        }
    }

    public void institutionKnown(Tenant institution, String timeZone) {
        institutionKnown(institution, timeZone, "active");
    }

    public void institutionKnown(Tenant institution, String timeZone, String state) {
        deliver(
                "institutions",
                null,
                Map.of(
                        "id",
                        institution.id(),
                        "alias",
                        alias(institution),
                        "name",
                        "University of " + institution.id().charAt(0),
                        "timeZone",
                        timeZone,
                        "hub",
                        "hub",
                        "state",
                        state));
    }

    public Held delivered(Tenant institution, String curriculum) {
        Held workshop = new Held(institution, UUID.randomUUID(), curriculum);
        tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), 0);
        return workshop;
    }

    /** As {@link #delivered}, but something else happens before that commits. */
    public Held deliveredWhile(Tenant institution, String curriculum, Runnable beforeCommit) {
        Held workshop = new Held(institution, UUID.randomUUID(), curriculum);
        deliver("workshops", institution, fact(workshop, "delivered", Instant.now(), 0), beforeCommit);
        return workshop;
    }

    public void tell(Held workshop, String status, Instant deliveredAt, long rosterRevision) {
        deliver("workshops", workshop.institution(), fact(workshop, status, deliveredAt, rosterRevision));
    }

    /** A workshop of years ago, told now. */
    public Held past(Tenant institution, String curriculum, Instant deliveredAt) {
        Held workshop = new Held(institution, UUID.randomUUID(), curriculum);
        tellPast(workshop, deliveredAt);
        return workshop;
    }

    public void tellPast(Held workshop, Instant deliveredAt) {
        com.fasterxml.jackson.databind.node.ObjectNode fact =
                (com.fasterxml.jackson.databind.node.ObjectNode) fact(workshop, "delivered", deliveredAt, 0);
        deliver("workshops", workshop.institution(), fact.put("imported", true));
    }

    private static Object fact(Held workshop, String status, Instant deliveredAt, long rosterRevision) {
        String fact =
                """
                {"id": "%s", "curriculum": "%s", "version": "1", "mode": "online", "audience": "mentee", "minutes": 60,
                 "sessions": [{"startsAt": "2026-01-01T10:00:00Z", "endsAt": "2026-01-01T11:00:00Z"}],
                 "coverage": {"known": false, "modules": []}, "status": "%s", "deliveredAt": %s, "enrolled": 0,
                 "attended": 0, "rosterRevision": %d}"""
                        .formatted(
                                workshop.id(),
                                workshop.curriculum(),
                                status,
                                deliveredAt == null ? "null" : "\"" + deliveredAt + "\"",
                                rosterRevision);
        return Database.json(fact);
    }

    /** Curriculum-service has this roster from now on; no people at all means that it is away. */
    public void roster(Held workshop, long revision, UUID... people) {
        roster(workshop, revision, List.of(), people);
    }

    /** @param erased whose names and addresses were deleted from it */
    public void roster(Held workshop, long revision, List<UUID> erased, UUID... people) {
        roster(
                workshop,
                Arrays.stream(people)
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Ann Example\",\"email\":\"ann@example.org\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"workshop\":\"" + workshop.id() + "\",\"revision\":" + revision
                                        + ",\"participants\":[",
                                "],\"erased\":"
                                        + erased.stream()
                                                .map(id -> "\"" + id + "\"")
                                                .toList() + "}")));
    }

    /** The roster as curriculum-service gives it, whatever that is. */
    public void roster(Held workshop, String body) {
        System.setProperty("test.roster-of." + workshop.id(), alias(workshop.institution()));
        System.setProperty("test.roster." + workshop.id(), body);
    }

    /** Curriculum-service says from now on that these facilitate the workshop. */
    public void facilitators(Held workshop, UUID... people) {
        System.setProperty("test.roster-of." + workshop.id(), alias(workshop.institution()));
        System.setProperty(
                "test.facilitators." + workshop.id(),
                Arrays.stream(people)
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Fay Example\",\"email\":\"" + id
                                + "@example.org\",\"offered\":false}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    public void facilitatorsAway(Held workshop) {
        System.clearProperty("test.facilitators." + workshop.id());
    }

    /**
     * The next answer with this roster is a slow one.
     *
     * @return to be met twice: when the roster has been read, and when it is to be answered
     */
    public CyclicBarrier rosterHeld(Held workshop) {
        return held("roster", workshop);
    }

    /** As {@link #rosterHeld}, of who facilitates. */
    public CyclicBarrier facilitatorsHeld(Held workshop) {
        return held("facilitators", workshop);
    }

    private static CyclicBarrier held(String list, Held workshop) {
        CyclicBarrier held = new CyclicBarrier(2);
        System.getProperties().put("test." + list + "-held." + workshop.id(), held);
        return held;
    }

    public void rosterAway(Held workshop) {
        System.clearProperty("test.roster." + workshop.id());
    }

    /** Everything due is done. */
    public void round() {
        elsewhere(rounds::round);
    }

    /** A wave with this many people invited, in Lakeside or Hilltop, with the questions of {@link Questions}. */
    public Asked asked(Tenant institution, int people) {
        return asked(institution, people, "exclude");
    }

    /** As {@link #asked(Tenant, int)}, under a protocol with this policy for withdrawals. */
    public Asked asked(Tenant institution, int people, String withdrawalPolicy) {
        return asked(institution, people, () -> Questions.protocolOf(institution, withdrawalPolicy));
    }

    /** As {@link #asked(Tenant, int)}, under the protocol of this curriculum. */
    public Asked asked(Tenant institution, int people, Supplier<String> protocol) {
        institutionKnown(institution, "America/Chicago");
        String curriculum = protocol.get();
        Held workshop = delivered(institution, curriculum);
        UUID[] participants = new UUID[people];
        Arrays.setAll(participants, number -> UUID.randomUUID());
        roster(workshop, 1, participants);
        tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), 1);
        round();
        String wave = wave(workshop);
        List<String> tokens = Api.portal(institution)
                .get("/waves/" + wave + "/invitations?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        return new Asked(workshop, wave, tokens);
    }

    public String wave(Held workshop) {
        return Api.portal(workshop.institution())
                .get("/waves?workshop=" + workshop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
    }

    public static String alias(Tenant institution) {
        return institution.equals(Token.LAKESIDE)
                ? "lakeside"
                : "university-" + institution.id().substring(0, 4);
    }

    /** Runs on a thread without the request context that tests have. */
    public static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    /** A fact of another service, as it tells it. */
    public void tell(String topic, Tenant tenant, Object fact) {
        deliver(topic, tenant, fact);
    }

    /** A fact of the platform arrives. */
    public void told(String topic, Object fact) {
        deliver(topic, null, fact);
    }

    private void deliver(String topic, Tenant tenant, Object fact) {
        deliver(topic, tenant, fact, () -> {});
    }

    private void deliver(String topic, Tenant tenant, Object fact, Runnable beforeCommit) {
        elsewhere(() -> transaction.run(tenant, () -> {
            subscriptions.stream()
                    .filter(subscription -> subscription.topic().equals(topic))
                    .forEach(subscription -> apply(subscription, tenant, fact));
            beforeCommit.run();
        }));
    }

    /** A workshop is not on record any more. */
    public void tellGone(Held workshop) {
        elsewhere(() -> transaction.run(workshop.institution(), () -> subscriptions.stream()
                .filter(subscription -> subscription.topic().equals("workshops"))
                .forEach(subscription -> subscription.apply(new Received<>(
                        Optional.of(workshop.institution()),
                        workshop.id().toString(),
                        versions.incrementAndGet(),
                        Instant.now(),
                        Optional.empty())))));
    }

    private <T> void apply(Subscription<T> subscription, Tenant tenant, Object fact) {
        try {
            T state = json.readValue(json.writeValueAsString(fact), subscription.state());
            subscription.apply(new Received<>(
                    Optional.ofNullable(tenant), "key", versions.incrementAndGet(), Instant.now(), Optional.of(state)));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
