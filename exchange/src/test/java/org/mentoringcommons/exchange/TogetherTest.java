package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.Token;

/** What one poll brought takes effect together, institution by institution, and still each of it once. */
@QuarkusTest
@OnThings
class TogetherTest {

    private static final String TRANSACTIONS = "select count(distinct xmin::text) from thing";

    @Inject
    PatientDelivery patient;

    private final Log log = new Log();

    @BeforeEach
    void nothing_has_arrived() throws SQLException {
        Outside.execute("truncate thing, part, inbox, parked, dead_letter cascade");
    }

    @Test
    void facts_of_one_institution_share_a_transaction_and_those_of_two_never_do() throws SQLException {
        deliver(
                log.thing("a", 1, Token.LAKESIDE, "new"),
                log.thing("b", 1, Token.HILLTOP, "new"),
                log.thing("c", 1, Token.LAKESIDE, "new"),
                log.thing("d", 1, Token.HILLTOP, "new"));

        assertThat(Outside.count("select count(*) from thing")).isEqualTo(4);
        assertThat(Outside.count(TRANSACTIONS)).isEqualTo(2);
        assertThat(Outside.count(
                        "select count(*) from thing where tenant = '" + Token.LAKESIDE.id() + "' and id in ('a', 'c')"))
                .isEqualTo(2);
    }

    @Test
    void delivered_again_in_another_company_they_take_effect_once() throws SQLException {
        ConsumerRecord<String, byte[]> a = log.thing("a", 1, Token.LAKESIDE, "new");
        ConsumerRecord<String, byte[]> b = log.thing("b", 1, Token.LAKESIDE, "new");
        ConsumerRecord<String, byte[]> c = log.thing("c", 1, Token.LAKESIDE, "new");

        deliver(a, b);
        deliver(b, a, c);

        assertThat(Outside.count("select sum(applied) from thing")).isEqualTo(3);
    }

    @Test
    void of_one_key_the_newest_version_stands_whatever_the_order() throws SQLException {
        deliver(
                log.thing("a", 3, Token.LAKESIDE, "third"),
                log.thing("a", 2, Token.LAKESIDE, "second"),
                log.thing("b", 1, Token.LAKESIDE, "new"));
        deliver(log.thing("a", 1, Token.LAKESIDE, "first"), log.thing("c", 1, Token.LAKESIDE, "new"));

        assertThat(Outside.count("select count(*) from thing where state = 'third'"))
                .isEqualTo(1);
    }

    @Test
    void one_that_fails_among_many_is_laid_aside_alone() throws SQLException {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(log.thing("t" + i, 1, Token.LAKESIDE, i == 7 ? "broken" : "new"));
        }
        records.add(log.record("things", "u", "org.mentoringcommons.thing.v2", 1, Token.LAKESIDE, "{}"));
        records.add(log.record("things", "m", Things.TYPE, 1, Token.LAKESIDE, "{"));

        assertThat(patient.deliverAll(records, () -> false)).isTrue();

        assertThat(Outside.count("select count(*) from thing where applied = 1"))
                .isEqualTo(19);
        assertThat(Outside.count("select count(*) from dead_letter where key in ('t7', 'u', 'm')"))
                .isEqualTo(3);
        assertThat(Outside.count("select count(*) from inbox")).isEqualTo(19);
    }

    @Test
    void a_later_version_in_company_supersedes_the_dead_letter_of_its_key() throws SQLException {
        deliver(log.thing("a", 1, Token.LAKESIDE, "broken"));

        deliver(log.thing("a", 2, Token.LAKESIDE, "mended"), log.thing("b", 1, Token.LAKESIDE, "new"));

        assertThat(Outside.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    void parents_of_the_same_poll_come_before_what_waits_for_them() throws SQLException {
        deliver(
                log.part("p", 1, Token.LAKESIDE, "a"),
                log.part("q", 1, Token.LAKESIDE, "b"),
                log.thing("a", 1, Token.LAKESIDE, "new"),
                log.thing("b", 1, Token.LAKESIDE, "new"));

        assertThat(Outside.count("select count(distinct xmin::text) from part")).isEqualTo(1);
        assertThat(Outside.count("select count(*) from part")).isEqualTo(2);
    }

    @Test
    void what_waits_among_many_is_parked_alone_and_released_by_a_parent_in_company() throws SQLException {
        deliver(
                log.thing("a", 1, Token.LAKESIDE, "new"),
                log.part("p", 1, Token.LAKESIDE, "a"),
                log.part("q", 1, Token.LAKESIDE, "later"),
                log.part("r", 1, Token.LAKESIDE, "a"));
        assertThat(Outside.count("select count(*) from part")).isEqualTo(2);
        assertThat(Outside.count("select count(*) from parked where key = 'q'")).isEqualTo(1);

        deliver(log.thing("later", 1, Token.LAKESIDE, "new"), log.thing("b", 1, Token.LAKESIDE, "new"));

        assertThat(Outside.count("select count(*) from part")).isEqualTo(3);
        assertThat(Outside.count("select count(*) from parked")).isZero();
    }

    @Test
    void what_is_delivered_is_on_disk_before_its_position_is_committed() throws SQLException {
        long before = Outside.count("select pg_current_wal_flush_lsn() - '0/0'::pg_lsn");

        deliver(log.thing("a", 1, Token.LAKESIDE, "new"), log.thing("b", 1, Token.LAKESIDE, "new"));

        long written = Outside.count("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
        long flushed = Outside.count("select pg_current_wal_flush_lsn() - '0/0'::pg_lsn");
        assertThat(flushed).isGreaterThan(before).isEqualTo(written);
    }

    @Test
    void two_instances_that_deliver_the_same_and_each_others_parents_lose_nothing() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                List<ConsumerRecord<String, byte[]>> things = new ArrayList<>();
                List<ConsumerRecord<String, byte[]>> parts = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    String key = round + "/" + i;
                    things.add(log.thing(key, 1, Token.LAKESIDE, "new"));
                    parts.add(log.part(key, 1, Token.LAKESIDE, key));
                }
                CountDownLatch start = new CountDownLatch(1);
                Future<Boolean> one = instances.submit(() -> {
                    start.await();
                    return patient.deliverAll(things, () -> false);
                });
                Future<Boolean> other = instances.submit(() -> {
                    start.await();
                    return patient.deliverAll(parts, () -> false);
                });
                start.countDown();
                assertThat(one.get()).isTrue();
                assertThat(other.get()).isTrue();
            }
        } finally {
            instances.shutdown();
        }
        // what was parked at the very last is released by anything that comes
        deliver(log.thing("end", 1, Token.LAKESIDE, "new"));

        assertThat(Outside.count("select count(*) from part")).isEqualTo(200);
        assertThat(Outside.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    void an_institution_that_is_held_up_holds_up_no_other() throws Exception {
        List<ConsumerRecord<String, byte[]>> records = List.of(
                log.thing("a", 1, Token.LAKESIDE, "new"),
                log.thing("b", 1, Token.LAKESIDE, "new"),
                log.thing("c", 1, Token.HILLTOP, "new"),
                log.thing("d", 1, Token.HILLTOP, "new"));
        CompletableFuture<Boolean> delivered;
        try (Connection owner = Outside.asOwner()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .execute("select pg_advisory_xact_lock(hashtextextended('" + Token.LAKESIDE.id() + "', 0))");
            delivered = CompletableFuture.supplyAsync(() -> patient.deliverAll(records, () -> false));
            long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (Outside.count("select count(*) from thing where id in ('c', 'd')") < 2) {
                assertThat(System.nanoTime()).isLessThan(patience);
                Thread.onSpinWait();
            }
            assertThat(Outside.count("select count(*) from thing where id in ('a', 'b')"))
                    .isZero();
            assertThat(delivered).as("positions wait for all").isNotDone();
            owner.commit();
        }

        assertThat(delivered.join()).isTrue();
        assertThat(Outside.count("select count(*) from thing")).isEqualTo(4);
    }

    @SafeVarargs
    private void deliver(ConsumerRecord<String, byte[]>... records) {
        assertThat(patient.deliverAll(List.of(records), () -> false)).isTrue();
    }
}
