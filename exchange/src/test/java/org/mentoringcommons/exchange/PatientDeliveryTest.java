package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
@OnThings
class PatientDeliveryTest {

    @Inject
    PatientDelivery patient;

    @Inject
    Parking parking;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    TenantTransaction transaction;

    private final Log log = new Log();

    @BeforeEach
    void nothing_has_arrived() throws SQLException {
        Outside.execute("truncate thing, part, inbox, parked, dead_letter cascade");
    }

    @Test
    void a_fact_delivered_twice_takes_effect_once() throws SQLException {
        deliver(thing("a", 1, "{\"state\":\"new\"}"));
        deliver(thing("a", 1, "{\"state\":\"new\"}"));

        assertThat(Outside.count("select applied from thing where id = 'a'")).isEqualTo(1);
    }

    @Test
    void an_older_version_never_overwrites_a_newer_one() throws SQLException {
        deliver(thing("a", 2, "{\"state\":\"second\"}"));
        deliver(thing("a", 1, "{\"state\":\"first\"}"));

        assertThat(Outside.count("select count(*) from thing where state = 'second'"))
                .isEqualTo(1);
    }

    @Test
    void nothing_older_applies_again_after_an_erasure() throws SQLException {
        deliver(thing("a", 1, "{\"state\":\"new\"}"));
        deliver(thing("a", 3, null));
        deliver(thing("a", 2, "{\"state\":\"late\"}"));

        assertThat(Outside.count("select count(*) from thing")).isZero();
    }

    @Test
    void a_part_that_arrives_first_waits_for_its_thing_and_then_applies() throws SQLException {
        deliver(part("p", 1, "a", Token.LAKESIDE));
        assertThat(Outside.count("select count(*) from parked")).isEqualTo(1);

        deliver(thing("a", 1, "{\"state\":\"new\"}"));

        assertThat(Outside.count("select count(*) from part")).isEqualTo(1);
        assertThat(Outside.count("select count(*) from parked")).isZero();
    }

    @Test
    void a_parked_part_is_released_by_a_repeated_thing_after_a_crash_in_between() throws SQLException {
        deliver(part("p", 1, "a", Token.LAKESIDE));
        Outside.execute("insert into thing (tenant, id, state) values ('" + Token.LAKESIDE + "', 'a', 'new')");
        Outside.execute("insert into inbox values ('things', 'a', 1)");

        deliver(thing("a", 1, "{\"state\":\"new\"}"));

        assertThat(Outside.count("select count(*) from part")).isEqualTo(1);
    }

    @Test
    void what_a_crash_left_waiting_below_an_arrived_parent_is_released_by_any_later_fact_of_the_institution()
            throws SQLException {
        deliver(part("p", 1, "a", Token.LAKESIDE));
        Outside.execute("insert into thing (tenant, id, state) values ('" + Token.LAKESIDE + "', 'a', 'new')");
        Outside.execute("insert into inbox values ('things', 'a', 1)");

        deliver(thing("b", 1, "{\"state\":\"new\"}"));

        assertThat(Outside.count("select count(*) from part")).isEqualTo(1);
        assertThat(Outside.count("select count(*) from parked")).isZero();
    }

    @Test
    void a_fact_that_was_superseded_while_its_instance_hesitated_is_not_kept_waiting() throws SQLException {
        Outside.execute("insert into inbox values ('parts', 'p', 2)");
        Envelope late = new Envelope(
                null, Parts.TOPIC, "p", Parts.TYPE, 1, Token.LAKESIDE.id(), OffsetDateTime.now(), "{\"thing\":\"a\"}");

        transaction.run(
                Token.LAKESIDE, () -> parking.park(new Arrival(late, 0, 0), new ParentMissing(Things.TOPIC, "a")));

        assertThat(Outside.count("select count(*) from parked")).isZero();
    }

    @Test
    void a_database_that_is_away_between_an_effect_and_what_waited_for_it_does_not_end_the_delivery() {
        AtomicInteger asked = new AtomicInteger();
        Delivery awayOnce = new Delivery(List.of(), transaction, inbox, parking, new ObjectMapper()) {
            @Override
            void deliver(Arrival arrival) {
                // took effect
            }

            @Override
            List<Arrival> released(Arrival arrival) {
                if (asked.getAndIncrement() == 0) {
                    throw new DatabaseFailed(new SQLException("the connection broke", "08006"));
                }
                return List.of();
            }
        };

        boolean done =
                new PatientDelivery(awayOnce, deadLetters).deliver(thing("a", 1, "{\"state\":\"new\"}"), () -> false);

        assertThat(done).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_part_of_another_institutions_thing_becomes_a_dead_letter() throws SQLException {
        deliver(thing("a", 1, "{\"state\":\"new\"}"));

        deliver(part("p", 1, "a", Token.HILLTOP));

        assertThat(Outside.count("select count(*) from part")).isZero();
        assertThat(Outside.count("select count(*) from dead_letter where reason like '%another institution%'"))
                .isEqualTo(1);
    }

    @Test
    void an_effect_that_fails_leaves_nothing_half_done_and_its_reference_as_a_dead_letter() throws SQLException {
        deliver(thing("a", 1, "{\"state\":\"broken\"}"));

        assertThat(Outside.count("select count(*) from thing")).isZero();
        assertThat(Outside.count("select count(*) from inbox")).isZero();
        assertThat(Outside.count("select count(*) from dead_letter where key = 'a' and version = 1"))
                .isEqualTo(1);
    }

    @Test
    void a_later_version_supersedes_the_dead_letter_of_its_key() throws SQLException {
        deliver(thing("a", 1, "{\"state\":\"broken\"}"));
        deliver(thing("a", 2, "{\"state\":\"mended\"}"));

        assertThat(Outside.count("select count(*) from dead_letter")).isZero();
        assertThat(Outside.count("select count(*) from thing where state = 'mended'"))
                .isEqualTo(1);
    }

    @Test
    void a_failing_child_does_not_hold_up_its_parent() throws SQLException {
        Outside.execute("insert into parked (tenant, topic, key, parent_topic, parent_key, type, version, time, data,"
                + " \"partition\", \"offset\") values ('" + Token.LAKESIDE + "', 'parts', 'p', 'things', 'a',"
                + " 'org.mentoringcommons.part.v9', 1, now(), '{}', 0, 7)");

        deliver(thing("a", 1, "{\"state\":\"new\"}"));

        assertThat(Outside.count("select count(*) from thing")).isEqualTo(1);
        assertThat(Outside.count("select \"offset\" from dead_letter where topic = 'parts'"))
                .isEqualTo(7);
        assertThat(Outside.count("select count(*) from parked")).isZero();
    }

    @Test
    void unknown_types_malformed_data_and_foreign_headers_become_dead_letters_without_their_content()
            throws SQLException {
        deliver(log.record(
                "things", "t", "org.mentoringcommons.thing.v2", 1, Token.LAKESIDE, "{\"state\":\"secret\"}"));
        deliver(thing("m", 1, "{\"state\": secret"));
        deliver(new ConsumerRecord<>("things", 0, 99, "h", "secret".getBytes()));

        assertThat(Outside.count("select count(*) from dead_letter")).isEqualTo(3);
        assertThat(Outside.count("select count(*) from dead_letter where reason like '%secret%'"))
                .isZero();
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        assertThat(patient.deliver(record, () -> false)).isTrue();
    }

    private ConsumerRecord<String, byte[]> thing(String key, long version, String data) {
        return log.record(Things.TOPIC, key, Things.TYPE, version, Token.LAKESIDE, data);
    }

    private ConsumerRecord<String, byte[]> part(String key, long version, String thing, Tenant tenant) {
        return log.record(Parts.TOPIC, key, Parts.TYPE, version, tenant, "{\"thing\":\"" + thing + "\"}");
    }
}
