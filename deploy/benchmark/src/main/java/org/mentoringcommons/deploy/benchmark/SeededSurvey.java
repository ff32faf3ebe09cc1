package org.mentoringcommons.deploy.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A thousand institutions with a wave each that is open, and half a million people invited, written into the database of
 * survey-service: what it takes to answer at once, without having scheduled all these workshops. Ids are hashes of numbers,
 * so that SQL and Java find them alike and they come in no order.
 */
final class SeededSurvey {

    static final int INSTITUTIONS = 1_000;
    static final int INVITATIONS = 500_000;

    private static final String KEY = "benchmark";
    private static final String WORDS =
            "Once a month we will write down what each of us expects, and look at it again when the term is over.";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ANSWER =
            "\", \"consentVersion\": \"1\", \"consentLanguage\": \"en\", \"research\": true, \"answers\": "
                    + coded().replaceFirst("}$", ", " + texts().substring(1)) + "}";

    private final String database;
    private final byte[] linkSecret;

    SeededSurvey(String superuserUrl, String linkSecret) {
        this.database = superuserUrl;
        this.linkSecret = Base64.getDecoder().decode(linkSecret);
    }

    /** Writes all but answers. */
    void plant() {
        execute(
                "insert into instrument values ('" + KEY + "', '1', 'Benchmark', null, null, null, '" + definition()
                        + "')",
                "insert into institution select " + id("institution", "n")
                        + ", 'benchmark-' || n, 'Benchmark', 'America/Chicago', 'active' from generate_series(0, "
                        + (INSTITUTIONS - 1) + ") n",
                ofEach("workshop (tenant, id, curriculum, status, ends_at, delivered_at, roster_revision)")
                        + id("workshop", "n")
                        + ", 'benchmark', 'delivered', now(), now(), 1" + each(INSTITUTIONS),
                ofEach("protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,"
                                + " instrument_version, curricula, evaluators, institutions)")
                        + id("protocol", "n") + ", '1', 'board', 'Benchmark', current_date, 'DESTROY', '" + KEY
                        + "', '1', '{benchmark}', '{}', array['benchmark-' || n]" + each(INSTITUTIONS),
                ofEach("consent (tenant, protocol, number, version, change, basis, languages, texts)")
                        + id("protocol", "n")
                        + ", 1, '1', 'INITIAL', 1, '{en}', '[{\"language\": \"en\", \"text\": \"Text\","
                        + " \"researchQuestion\": \"Question\"}]'" + each(INSTITUTIONS),
                ofEach("wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision,"
                                + " occasion, instrument_key, instrument_version)")
                        + id("wave", "n") + ", 1, " + id("workshop", "n") + ", " + id("protocol", "n")
                        + ", now() - interval '1 day', now() + interval '1 month', "
                        + INVITATIONS / INSTITUTIONS + ", 1, 'WORKSHOP', '" + KEY + "', '1'" + each(INSTITUTIONS),
                ofEach("invitation (tenant, id, wave, participant)")
                        + id("invitation", "n") + ", " + id("wave", "n % " + INSTITUTIONS) + ", gen_random_uuid()"
                        + each(INVITATIONS),
                "analyze");
    }

    /** Adds answers that were given before, until there are so many. */
    void store(long answers) {
        execute(
                ofEach("response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version,"
                                + " consent_language, answers, texts, unfinished)")
                        + "gen_random_uuid(), " + id("wave", "n % " + INSTITUTIONS)
                        + ", sha256(random()::text::bytea), sha256(random()::text::bytea), true, '1', 'en', '"
                        + coded() + "', '" + texts() + "', false" + " from generate_series(1, " + answers
                        + " - (select count(*) from response)) n",
                "vacuum analyze response",
                "checkpoint");
    }

    /** Takes away what {@link Pgbench} wrote. */
    void clear() {
        execute(
                "truncate outbox",
                "delete from response where consent_version = '" + Pgbench.CONSENT + "'",
                "vacuum analyze response",
                "checkpoint");
    }

    /** The link's token of this invitation, as survey-service makes it. */
    String token(int invitation) {
        byte[] ids = new byte[32];
        ByteBuffer.wrap(ids)
                .put(bytes(uuid("institution", invitation % INSTITUTIONS)))
                .put(bytes(uuid("invitation", invitation)));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(linkSecret, "HmacSHA256"));
            mac.update("invitation".getBytes(StandardCharsets.US_ASCII));
            byte[] token = Arrays.copyOf(ids, 48);
            System.arraycopy(mac.doFinal(ids), 0, token, 32, 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a participant's browser or portal sends: 52 ratings, 4 choices of several, 3 texts. */
    static String answer() {
        byte[] receipt = new byte[20];
        RANDOM.nextBytes(receipt);
        return "{\"receipt\": \"" + HexFormat.of().formatHex(receipt) + ANSWER;
    }

    /** The coded answers alone, as they are stored. */
    static String coded() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 26)
                                .mapToObj(n -> "\"competency_" + n + "\": {\"then\": " + (1 + n % 5) + ", \"now\": "
                                        + (3 + n % 5) + "}"),
                        IntStream.rangeClosed(1, 4).mapToObj(n -> "\"several_" + n + "\": [\"first\", \"third\"]"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String texts() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(n -> "\"words_" + n + "\": \"" + WORDS + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** SQL of an id: the hash of its kind and number. */
    static String id(String kind, String number) {
        return "md5('" + kind + "' || (" + number + "))::uuid";
    }

    static UUID uuid(String kind, int number) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("MD5").digest((kind + number).getBytes(StandardCharsets.US_ASCII)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static String definition() {
        Stream<String> pairs = IntStream.rangeClosed(1, 26)
                .mapToObj(n -> "{\"kind\": \"then_now\", \"key\": \"competency_" + n + "\", \"label\": \"Skill " + n
                        + "\", \"points\": 7, \"lowAnchor\": \"not at all\", \"highAnchor\": \"extremely\"}");
        Stream<String> several = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> "{\"kind\": \"multi_choice\", \"key\": \"several_" + n + "\", \"label\": \"Which\","
                        + " \"options\": "
                        + Stream.of("first", "second", "third", "fourth", "fifth", "sixth")
                                .map(code -> "{\"code\": \"" + code + "\", \"label\": \"" + code + "\"}")
                                .collect(Collectors.joining(", ", "[", "]"))
                        + "}");
        Stream<String> texts = IntStream.rangeClosed(1, 3)
                .mapToObj(n ->
                        "{\"kind\": \"text\", \"key\": \"words_" + n + "\", \"label\": \"Say\", \"maxLength\": 2000}");
        return Stream.of(pairs, several, texts)
                .flatMap(items -> items)
                .collect(Collectors.joining(", ", "{\"language\": \"en\", \"items\": [", "]}"));
    }

    private static String ofEach(String table) {
        return "insert into " + table + " select " + id("institution", "n % " + INSTITUTIONS) + "::text, ";
    }

    private static String each(int number) {
        return " from generate_series(0, " + (number - 1) + ") n";
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
