package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.Token;

/** All effects made anew from the log, whatever was there before and wherever an instance died. */
@QuarkusTest
@OnThings
class RebuildTest {

    private static final List<String> TOPICS = List.of(Things.TOPIC, Parts.TOPIC);

    @Inject
    Rebuilds rebuilds;

    @Inject
    PatientDelivery patient;

    @Inject
    Delivery delivery;

    private final Log log = new Log();
    private final List<ConsumerRecord<String, byte[]>> things = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> parts = new ArrayList<>();

    @BeforeEach
    void the_log_says_four_things_one_of_them_gone_and_two_parts() throws SQLException {
        Outside.execute("truncate thing, part, inbox, parked, dead_letter, rebuild, rebuild_position cascade");
        things.add(at(things, log.thing("a", 1, Token.LAKESIDE, "new")));
        things.add(at(things, log.thing("b", 1, Token.HILLTOP, "new")));
        things.add(at(things, log.thing("a", 2, Token.LAKESIDE, "changed")));
        things.add(at(things, log.thing("gone", 1, Token.LAKESIDE, "new")));
        things.add(at(things, log.record(Things.TOPIC, "gone", Things.TYPE, 2, Token.LAKESIDE, null)));
        things.add(at(things, log.thing("dead", 1, Token.LAKESIDE, "broken")));
        parts.add(at(parts, log.part("p", 1, Token.LAKESIDE, "a")));
        parts.add(at(parts, log.part("waiting", 1, Token.LAKESIDE, "never comes")));
    }

    @Test
    void effects_dead_letters_and_what_waits_are_as_the_log_says_and_not_as_they_were() throws SQLException {
        Outside.execute("insert into thing values ('" + Token.LAKESIDE.id() + "', 'stray', 'wrong', 5)");
        Outside.execute("insert into inbox values ('things', 'a', 77)");
        rebuilds.ask("olga");

        assertThat(again(log()).read(this::forget, () -> false)).isTrue();

        assertThat(things()).containsExactly("a=changed", "b=new");
        assertThat(Outside.count("select count(*) from part")).isEqualTo(1);
        assertThat(Outside.count("select count(*) from parked where key = 'waiting'"))
                .isEqualTo(1);
        assertThat(Outside.count("select count(*) from dead_letter where key = 'dead'"))
                .isEqualTo(1);
        assertThat(rebuilds.last().orElseThrow().state()).isEqualTo(Rebuilds.State.DONE);
        assertThat(rebuilds.whole()).isEqualTo(new Rebuilds.Whole(true, 1));
    }

    @Test
    void killed_in_the_midst_it_goes_on_where_it_was_and_forgets_nothing_twice() throws SQLException {
        rebuilds.ask("olga");
        assertThatThrownBy(() -> again(dyingAfter(1)).read(this::forget, () -> false))
                .isInstanceOf(KafkaException.class);
        assertThat(rebuilds.whole().complete()).isFalse();
        assertThat(rebuilds.last().orElseThrow().leftToRead()).isPositive();
        long begun = Outside.count("select count(*) from thing");

        again(log()).read(() -> assertThat(begun).as("forgotten twice").isNegative(), () -> false);

        assertThat(things()).containsExactly("a=changed", "b=new");
        assertThat(Outside.count("select sum(applied) from thing"))
                .as("two states of a, one of b")
                .isEqualTo(3);
        assertThat(rebuilds.whole().complete()).isTrue();
    }

    @Test
    void killed_before_it_knew_what_to_read_it_begins_at_the_beginning() throws SQLException {
        rebuilds.ask("olga");
        rebuilds.begin(this::forget);

        again(log()).read(this::forget, () -> false);

        assertThat(things()).containsExactly("a=changed", "b=new");
    }

    @Test
    void what_the_group_delivers_meanwhile_stands_against_the_older_states_read_again() throws SQLException {
        rebuilds.ask("olga");
        rebuilds.begin(this::forget);
        patient.deliverAll(
                List.of(log.thing("a", 3, Token.LAKESIDE, "newest"), log.thing("c", 1, Token.LAKESIDE, "new")),
                () -> false);

        again(log()).read(this::forget, () -> false);

        assertThat(things()).containsExactly("a=newest", "b=new", "c=new");
    }

    @Test
    void only_one_is_under_way_at_a_time() {
        assertThat(rebuilds.ask("olga")).isTrue();
        assertThat(rebuilds.ask("omar")).isFalse();
        assertThat(rebuilds.whole()).as("nothing is forgotten yet").isEqualTo(new Rebuilds.Whole(true, 0));
    }

    private void forget() {
        try {
            Outside.execute("truncate thing, part");
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    private LogAgain again(MockConsumer<String, byte[]> consumer) {
        return new LogAgain(consumer, rebuilds, delivery.topicsInOrder(), patient);
    }

    private List<String> things() throws SQLException {
        try (var owner = Outside.asOwner();
                var row = owner.createStatement().executeQuery("select id, state from thing order by id")) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1) + "=" + row.getString(2));
            }
            return found;
        }
    }

    private MockConsumer<String, byte[]> log() {
        return dyingAfter(Integer.MAX_VALUE);
    }

    private MockConsumer<String, byte[]> dyingAfter(int polls) {
        return new Partitions(polls);
    }

    private static ConsumerRecord<String, byte[]> at(
            List<ConsumerRecord<String, byte[]>> records, ConsumerRecord<String, byte[]> record) {
        ConsumerRecord<String, byte[]> placed =
                new ConsumerRecord<>(record.topic(), 0, records.size(), record.key(), record.value());
        record.headers().forEach(placed.headers()::add);
        return placed;
    }

    /** Kafka's own consumer for tests, over the two topics, two records a poll. */
    private final class Partitions extends MockConsumer<String, byte[]> {

        private int polls;

        Partitions(int polls) {
            super("earliest");
            this.polls = polls;
            TOPICS.forEach(topic -> {
                TopicPartition partition = new TopicPartition(topic, 0);
                updatePartitions(topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), null, null)));
                updateBeginningOffsets(java.util.Map.of(partition, 0L));
                updateEndOffsets(
                        java.util.Map.of(partition, (long) records(topic).size()));
            });
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            if (polls-- == 0) {
                throw new KafkaException("killed");
            }
            assignment().forEach(partition -> records(partition.topic()).stream()
                    .skip(position(partition))
                    .limit(2)
                    .forEach(this::addRecord));
            return super.poll(timeout);
        }

        private List<ConsumerRecord<String, byte[]>> records(String topic) {
            return Stream.of(things, parts)
                    .filter(candidate -> candidate.get(0).topic().equals(topic))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
