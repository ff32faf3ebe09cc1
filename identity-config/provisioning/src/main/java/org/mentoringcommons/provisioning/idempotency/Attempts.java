package org.mentoringcommons.provisioning.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** What is on record of requests with an Idempotency-Key. */
@ApplicationScoped
@Transactional
class Attempts {

    /** How long an answer is kept, and a key means one request. */
    static final Duration KEPT = Duration.ofHours(24);
    /** Longer than any request lasts; only a crash leaves one open for so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String WHICH = " where caller = :caller and key_hash = :key";
    private static final String OURS = WHICH + " and attempt = :attempt";
    private static final String ENTER =
            """
            insert into idempotency (caller, key_hash, fingerprint, attempt, begun_at, leased_until)
            values (:caller, :key, :fingerprint, 0, :now, :now) on conflict do nothing""";
    private static final String LOOK =
            "select fingerprint, attempt, leased_until, effect, answer from idempotency" + WHICH + " for update";
    private static final String TAKE_UP = "update idempotency set attempt = :attempt, leased_until = :lease" + WHICH;
    private static final String FORGET_OLD = "delete from idempotency where begun_at < :limit";

    private final EntityManager database;
    private final Clock clock;

    Attempts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which request is meant. */
    record Request(String caller, IdempotencyKey key, byte[] fingerprint) {}

    /** What a request meets. */
    sealed interface Found {
        /** Nobody works on it: it is ours. */
        record Ours(int attempt, Optional<String> effect) implements Found {}

        /** It was answered. */
        record Answered(byte[] sealed) implements Found {}

        /** Somebody works on it, as far as can be known. */
        record UnderWay() implements Found {}

        /** The key means another request. */
        record Another() implements Found {}
    }

    /** Looks a request up and, unless it was answered or is under way, takes it up: of several at once, one does. */
    Found takeUp(Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        database.createNativeQuery(FORGET_OLD + " and caller = :caller and key_hash = :key")
                .setParameter("limit", now.minus(KEPT))
                .setParameter("caller", request.caller())
                .setParameter("key", request.key().hash())
                .executeUpdate();
        on(ENTER, request)
                .setParameter("fingerprint", request.fingerprint())
                .setParameter("now", now)
                .executeUpdate();
        Object[] row = (Object[]) on(LOOK, request).getSingleResult();
        int attempt = ((Number) row[1]).intValue();
        if (!Arrays.equals((byte[]) row[0], request.fingerprint())) {
            return new Found.Another();
        }
        if (row[4] != null) {
            return new Found.Answered((byte[]) row[4]);
        }
        if (((Instant) row[2]).isAfter(now)) {
            return new Found.UnderWay();
        }
        on(TAKE_UP, request)
                .setParameter("attempt", attempt + 1)
                .setParameter("lease", now.plus(LEASE))
                .executeUpdate();
        return new Found.Ours(attempt + 1, Optional.ofNullable((String) row[3]));
    }

    /**
     * Names what the request writes, within the transaction that writes it; null if it takes that back.
     *
     * @return false if somebody else has taken the request up since
     */
    boolean effect(Request request, int attempt, String effect) {
        return ours("set effect = :value", request, attempt)
                        .setParameter("value", effect)
                        .executeUpdate()
                == 1;
    }

    /** Keeps the answer, unless somebody else has taken the request up since. */
    void answer(Request request, int attempt, byte[] sealed) {
        ours("set answer = :value", request, attempt)
                .setParameter("value", sealed)
                .executeUpdate();
    }

    /** The request came to nothing, or not to its end: it can be sent again at once, and corrected if it wrote nothing. */
    void release(Request request, int attempt) {
        on("delete from idempotency" + OURS + " and effect is null", request)
                .setParameter("attempt", attempt)
                .executeUpdate();
        ours("set leased_until = :value", request, attempt)
                .setParameter("value", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "1h")
    void forgetOld() {
        database.createNativeQuery(FORGET_OLD)
                .setParameter("limit", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private Query ours(String change, Request request, int attempt) {
        return on("update idempotency " + change + OURS, request).setParameter("attempt", attempt);
    }

    private Query on(String statement, Request request) {
        return database.createNativeQuery(statement)
                .setParameter("caller", request.caller())
                .setParameter("key", request.key().hash());
    }
}
