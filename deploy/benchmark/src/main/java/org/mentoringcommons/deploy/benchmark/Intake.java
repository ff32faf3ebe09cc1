package org.mentoringcommons.deploy.benchmark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * How fast a heap of answers that piled up is taken in, beside a consumer that does nothing but write the same rows with
 * COPY, from the same topic into the same database, and how fast everything is made anew from the log.
 */
final class Intake {

    private static final int PEOPLE_A_WORKSHOP = 7;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Stack stack;
    private final int responses;
    private final int institutions;

    private Intake(Stack stack, int responses, int institutions) {
        this.stack = stack;
        this.responses = responses;
        this.institutions = institutions;
    }

    static void measure(Path data, int responses, int institutions) {
        Settings settings = Settings.forTest(data).withServices(Service.ANALYTICS);
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        try (Stack stack = new Stack(settings, silence).start()) {
            new Intake(stack, responses, institutions).run();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void run() throws SQLException {
        Table.begin(responses + " answers that piled up, of " + institutions + " institutions");
        try (Connection database = DriverManager.getConnection(stack.superuserUrl(Service.ANALYTICS))) {
            parents(database);
            stack.kill(Service.ANALYTICS);
            answers();
            double bare = new BareConsumer(stack, database, responses).eventsPerSecond();
            Table.row("bare consumer that writes the same rows with COPY", perSecond(bare));
            long restarted = System.nanoTime();
            stack.restart(Service.ANALYTICS);
            double intake = arrivals(database);
            Table.row("intake: rows, counts of both populations, versions, each once", perSecond(intake));
            Table.row("ratio", String.format(java.util.Locale.ROOT, "%.2f", intake / bare));
            Table.row("from restarting the service to all being there", Table.seconds(System.nanoTime() - restarted));
            rebuild(database);
        }
    }

    private void rebuild(Connection database) throws SQLException {
        String before = content(database);
        long begin = System.nanoTime();
        database.createStatement()
                .execute("insert into rebuild (number, state, asked_by) values (1, 'wanted', 'benchmark')");
        Until.holds(
                "the rebuild", LONGEST, () -> one(database, "select count(*) from rebuild where state = 'done'") == 1);
        long nanos = System.nanoTime() - begin;
        Table.row("everything made anew from the log, " + responses + " answers", Table.seconds(nanos));
        Table.row("the same rows as before", before.equals(content(database)) ? "yes" : "NO");
    }

    private static String content(Connection database) throws SQLException {
        try (ResultSet row = database.createStatement()
                .executeQuery(
                        "select count(*), sum(hashtextextended(tenant || id || wave || research || answers::text, 0)::numeric)"
                                + " from response")) {
            row.next();
            return row.getString(1) + " " + row.getString(2);
        }
    }

    private void parents(Connection database) throws SQLException {
        try (Producer producer = new Producer()) {
            for (int number = 0; number < institutions; number++) {
                String id = SyntheticRows.institution(number);
                producer.send(
                        "institutions",
                        id,
                        "institution",
                        null,
                        """
                        {"id": "%s", "alias": "synthetic-%d", "name": "Synthetic", "hub": "north", "kind": "institution",
                         "timeZone": "America/Chicago", "state": "active"}"""
                                .formatted(id, number));
            }
            for (int workshop = 0; workshop < workshops(); workshop++) {
                String id = SyntheticRows.workshop(workshop).toString();
                producer.send(
                        "workshops",
                        id,
                        "workshop",
                        tenant(workshop),
                        """
                        {"id": "%s", "curriculum": "synthetic", "version": "1.0.0", "mode": "online", "audience": "mentee",
                         "sessions": [{"startsAt": "2026-03-02T14:00:00Z", "endsAt": "2026-03-02T18:00:00Z"}],
                         "minutes": 240, "coverage": {"known": false, "modules": []}, "status": "delivered",
                         "deliveredAt": "2026-03-02T18:05:00Z", "enrolled": 8, "attended": 8, "rosterRevision": 1}"""
                                .formatted(id));
                producer.send(
                        "waves",
                        SyntheticRows.wave(workshop).toString(),
                        "wave",
                        tenant(workshop),
                        """
                        {"id": "%s", "workshop": "%s", "opensAt": "2026-03-02T18:05:00Z",
                         "closesAt": "2026-04-03T05:00:00Z", "invited": 8,
                         "instrument": {"key": "%s", "version": "%s", %s}"""
                                        .formatted(
                                                SyntheticRows.wave(workshop),
                                                id,
                                                Mca.KEY,
                                                Mca.VERSION,
                                                Mca.structureJson().substring(1))
                                + "}");
            }
        }
        Until.holds("all waves", LONGEST, () -> one(database, "select count(*) from wave") == workshops());
    }

    private void answers() {
        SyntheticRows rows = new SyntheticRows(responses, institutions);
        SplittableRandom random = new SplittableRandom(1);
        try (Producer producer = new Producer()) {
            for (int person = 0; person < responses; person++) {
                int workshop = random.nextInt(workshops());
                String id = new UUID(random.nextLong(), random.nextLong()).toString();
                producer.send(
                        "responses",
                        id,
                        "response",
                        tenant(workshop),
                        "{\"id\": \"" + id + "\", \"wave\": \"" + SyntheticRows.wave(workshop) + "\", \"research\": "
                                + (random.nextInt(100) < 81) + ", \"answers\": " + json(rows.answers(random)) + "}");
            }
        }
    }

    private static String json(byte[] row) {
        StringBuilder json = new StringBuilder("{");
        List<String> keys =
                Mca.STRUCTURE.items().stream().map(item -> item.key()).toList();
        for (int item = 0; item < 26; item++) {
            if (row[2 * item] > 0) {
                json.append('"')
                        .append(keys.get(item))
                        .append("\": {\"then\": ")
                        .append(row[2 * item])
                        .append(", \"now\": ")
                        .append(row[2 * item + 1])
                        .append("}, ");
            }
        }
        return json.append("\"facilitator\": ")
                .append(row[52])
                .append(", \"valuable\": \"Yes\", \"career\": [\"postdoc\"]}")
                .toString();
    }

    /** Counted from a tenth of them on, so that the start of the service is not in it. */
    private double arrivals(Connection database) {
        long[] first = {0, 0};
        Until.holds("all answers", LONGEST, () -> {
            long there = one(database, "select coalesce(sum(responded), 0) from wave");
            if (first[1] == 0 && there >= responses / 10) {
                first[0] = there;
                first[1] = System.nanoTime();
            }
            return there >= responses;
        });
        return (responses - first[0]) * 1e9 / (System.nanoTime() - first[1]);
    }

    private int workshops() {
        return Math.max(institutions, responses / PEOPLE_A_WORKSHOP);
    }

    private String tenant(int workshop) {
        return SyntheticRows.institution(workshop % institutions);
    }

    private static long one(Connection database, String query) {
        try (ResultSet row = database.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String perSecond(double events) {
        return String.format(java.util.Locale.ROOT, "%,.0f events/s", events);
    }

    /** Facts as the relays of the other services write them. */
    private final class Producer implements AutoCloseable {
        private final KafkaProducer<String, byte[]> kafka;

        Producer() {
            Map<String, Object> settings = new HashMap<>(stack.kafkaOperator());
            settings.put("acks", "all");
            settings.put("linger.ms", 20);
            settings.put("batch.size", 262_144);
            settings.put("compression.type", "gzip");
            kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }

        void send(String topic, String key, String noun, String tenant, String json) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", UUID.randomUUID().toString());
            header(record, "ce_source", "urn:mentoring-commons:benchmark");
            header(record, "ce_type", "org.mentoringcommons." + noun + ".v1");
            header(record, "ce_subject", key);
            header(record, "ce_time", "2026-03-10T12:00:00Z");
            header(record, "ce_revision", "1");
            header(record, "content-type", "application/json");
            if (tenant != null) {
                header(record, "ce_tenant", tenant);
            }
            kafka.send(record);
        }

        private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            kafka.flush();
            kafka.close();
        }
    }
}
