package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mentoringcommons.deploy.local.Stack;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least that taking answers in can be: poll, parse, pack, COPY into a table of the same columns and key, commit on disk,
 * commit the positions. No inbox, no counts, no institution's own transaction, no check of anything.
 */
final class BareConsumer {

    private final Stack stack;
    private final Connection database;
    private final int responses;
    private final ObjectMapper json = new ObjectMapper();

    BareConsumer(Stack stack, Connection database, int responses) {
        this.stack = stack;
        this.database = database;
        this.responses = responses;
    }

    double eventsPerSecond() throws SQLException {
        database.createStatement().execute("create table bare (like response including indexes)");
        database.setAutoCommit(false);
        Map<String, Object> settings = new HashMap<>(stack.kafkaOperator());
        settings.put("group.id", "bare");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 2_000);
        settings.put("max.partition.fetch.bytes", 8 * 1024 * 1024);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("responses"));
            int read = 0;
            int first = 0;
            long firstAt = 0;
            while (read < responses) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    copy(records);
                    database.commit();
                    consumer.commitSync();
                    read += records.count();
                }
                if (firstAt == 0 && read >= responses / 10) {
                    first = read;
                    firstAt = System.nanoTime();
                }
            }
            return (read - first) * 1e9 / (System.nanoTime() - firstAt);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            database.setAutoCommit(true);
            database.createStatement().execute("drop table bare");
        }
    }

    private void copy(ConsumerRecords<String, byte[]> records) throws SQLException, IOException {
        CopyIn copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bare (tenant, id, wave, research, answers) from stdin");
        StringBuilder lines = new StringBuilder();
        for (ConsumerRecord<String, byte[]> record : records) {
            JsonNode state = json.readTree(record.value());
            Map<String, JsonNode> answers = new HashMap<>();
            state.get("answers").fields().forEachRemaining(answer -> answers.put(answer.getKey(), answer.getValue()));
            lines.append(new String(record.headers().lastHeader("ce_tenant").value(), StandardCharsets.UTF_8))
                    .append('\t')
                    .append(record.key())
                    .append('\t')
                    .append(state.get("wave").textValue())
                    .append('\t')
                    .append(state.get("research").booleanValue())
                    .append("\t\\\\x")
                    .append(HexFormat.of().formatHex(Mca.STRUCTURE.pack(answers)))
                    .append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
