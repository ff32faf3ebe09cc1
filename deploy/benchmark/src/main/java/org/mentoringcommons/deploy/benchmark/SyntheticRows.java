package org.mentoringcommons.deploy.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Any number of synthetic answers, put where intake would have put them, by binary COPY: workshops of seven people on
 * average, four in five of whom consent to research. The same number gives the same data.
 */
final class SyntheticRows {

    static final String CURRICULUM = "synthetic";
    private static final int[] PEOPLE = {3, 5, 6, 7, 8, 9, 11};
    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int PATTERNS = 1 << 14;

    private final long responses;
    private final int institutions;
    private final byte[][] patterns;

    SyntheticRows(long responses, int institutions) {
        this.responses = responses;
        this.institutions = institutions;
        this.patterns = patterns();
    }

    long workshops() {
        return (responses + 6) / 7;
    }

    int institutions() {
        return institutions;
    }

    static String institution(int number) {
        return new UUID(0x5eed_0000_0000_4000L, 0x8000_0000_0000_0000L | number).toString();
    }

    static UUID workshop(long number) {
        return new UUID(0x5eed_0001_0000_4000L, 0x8000_0000_0000_0000L | number);
    }

    static UUID wave(long number) {
        return new UUID(0x5eed_0002_0000_4000L, 0x8000_0000_0000_0000L | number);
    }

    /** A packed row out of a large set, better now than before as answers are. */
    byte[] answers(SplittableRandom random) {
        return patterns[random.nextInt(PATTERNS)];
    }

    /** Fills the tables of analytics-service, as a superuser, and has everything counted anew by the service. */
    void load(Connection database) throws SQLException {
        execute(
                database,
                "set synchronous_commit = off; set maintenance_work_mem = '512MB'",
                "insert into instrument values ('" + Mca.KEY + "', '" + Mca.VERSION + "', '" + Mca.structureJson()
                        + "')" + " on conflict do nothing",
                "insert into institution (id, alias, name, hub, kind, time_zone, state) select"
                        + " '5eed0000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'), 'synthetic-' || n,"
                        + " 'Synthetic ' || n, 'north', 'institution', 'America/Chicago', 'active'"
                        + " from generate_series(0, " + (institutions - 1) + ") n",
                "alter table coding drop constraint if exists coding_tenant_response_fkey",
                "alter table response drop constraint response_pkey");
        copy(
                database,
                "workshop (tenant, id, curriculum, version, mode, audience, minutes, coverage_known, modules,"
                        + " status, delivered_at, ended_at, enrolled, attended)",
                this::writeWorkshops);
        copy(
                database,
                "wave (tenant, id, workshop, instrument_key, instrument_version, opens_at, closes_at, invited,"
                        + " responded, consented)",
                this::writeWaves);
        copy(database, "response (tenant, id, wave, research, answers)", this::writeResponses);
        execute(
                database,
                "alter table response add primary key (tenant, id)",
                "alter table coding add constraint coding_tenant_response_fkey foreign key (tenant, response)"
                        + " references response on delete cascade",
                "insert into institution_version (tenant, version, recount_due)"
                        + " select distinct tenant, 1, true from workshop",
                "analyze");
    }

    private interface Rows {
        void write(DataOutputStream out) throws IOException;
    }

    private static void copy(Connection database, String table, Rows rows) throws SQLException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(
                        database.unwrap(PGConnection.class), "copy " + table + " from stdin (format binary)", 1 << 20),
                1 << 16))) {
            out.write(COPY_HEADER);
            rows.write(out);
            out.writeShort(-1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writeWorkshops(DataOutputStream out) throws IOException {
        for (long number = 0; number < workshops(); number++) {
            out.writeShort(14);
            text(out, institution((int) (number % institutions)));
            uuid(out, workshop(number));
            text(out, CURRICULUM);
            text(out, "1.0.0");
            text(out, number % 4 == 0 ? "online" : "in_person");
            text(out, number % 10 == 9 ? "mentor" : "mentee");
            integer(out, minutes(number));
            bool(out, false);
            emptyTexts(out);
            text(out, "delivered");
            time(out, number);
            time(out, number);
            integer(out, 12);
            integer(out, 12);
        }
    }

    static int minutes(long workshop) {
        return new int[] {120, 240, 240, 300, 480, 480, 600}[(int) (workshop % 7)];
    }

    private void writeWaves(DataOutputStream out) throws IOException {
        for (long number = 0; number < workshops(); number++) {
            SplittableRandom random = new SplittableRandom(number);
            int people = people(number);
            int consented = 0;
            for (int person = 0; person < people; person++) {
                consented += consents(random) ? 1 : 0;
            }
            out.writeShort(10);
            text(out, institution((int) (number % institutions)));
            uuid(out, wave(number));
            uuid(out, workshop(number));
            text(out, Mca.KEY);
            text(out, Mca.VERSION);
            time(out, number);
            time(out, number);
            integer(out, 12);
            number(out, people);
            number(out, consented);
        }
    }

    private void writeResponses(DataOutputStream out) throws IOException {
        for (long workshop = 0; workshop < workshops(); workshop++) {
            SplittableRandom random = new SplittableRandom(workshop);
            int people = people(workshop);
            boolean[] consents = new boolean[people];
            for (int person = 0; person < people; person++) {
                consents[person] = consents(random);
            }
            for (int person = 0; person < people; person++) {
                out.writeShort(5);
                text(out, institution((int) (workshop % institutions)));
                uuid(out, new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63));
                uuid(out, wave(workshop));
                bool(out, consents[person]);
                byte[] answers = answers(random);
                out.writeInt(answers.length);
                out.write(answers);
            }
        }
    }

    private int people(long workshop) {
        // the last one takes what is left, so that there are exactly as many as asked for
        int wanted = PEOPLE[(int) (workshop % PEOPLE.length)];
        long before = workshop / PEOPLE.length * 49;
        for (int i = 0; i < workshop % PEOPLE.length; i++) {
            before += PEOPLE[i];
        }
        return (int)
                Math.max(0, Math.min(workshop == workshops() - 1 ? responses - before : wanted, responses - before));
    }

    private static boolean consents(SplittableRandom random) {
        return random.nextInt(100) < 81;
    }

    private static byte[][] patterns() {
        SplittableRandom random = new SplittableRandom(26);
        byte[][] rows = new byte[PATTERNS][];
        for (int i = 0; i < PATTERNS; i++) {
            byte[] row = new byte[Mca.STRUCTURE.bytes()];
            int level = 2 + random.nextInt(3);
            for (int item = 0; item < 26; item++) {
                if (random.nextInt(60) > 0) {
                    int then = Math.max(1, Math.min(7, level + random.nextInt(3) - 1));
                    row[2 * item] = (byte) then;
                    row[2 * item + 1] = (byte) Math.max(1, Math.min(7, then + random.nextInt(4) - 1));
                }
            }
            row[52] = (byte) (1 + random.nextInt(5));
            row[53] = (byte) (1 + random.nextInt(2));
            row[54] = (byte) (1 << random.nextInt(6));
            rows[i] = row;
        }
        return rows;
    }

    private static void execute(Connection database, String... statements) throws SQLException {
        for (String statement : statements) {
            database.createStatement().execute(statement);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void uuid(DataOutputStream out, UUID value) throws IOException {
        out.writeInt(16);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private static void integer(DataOutputStream out, int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
    }

    private static void bool(DataOutputStream out, boolean value) throws IOException {
        out.writeInt(1);
        out.writeByte(value ? 1 : 0);
    }

    /** Microseconds since 2000, as PostgreSQL has them: some day of twenty years. */
    private static void time(DataOutputStream out, long number) throws IOException {
        out.writeInt(8);
        out.writeLong((number % 7300) * 86_400_000_000L + 72_000_000_000L);
    }

    private static void emptyTexts(DataOutputStream out) throws IOException {
        out.writeInt(12);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(25); // text
    }
}
