package org.mentoringcommons.deploy.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A CSV file of answers to {@link SeededSurvey}'s instrument: 52 ratings, 4 choices of several, 3 texts. */
final class AnswerFile {

    private static final int PAIRS = 26;
    private static final int SEVERAL = 4;
    private static final int TEXTS = 3;
    private static final int PEOPLE_A_WORKSHOP = 10; // who come after each other
    private static final String WORDS =
            "Once a month we will write down what each of us expects, and look at it again when the term is over.";
    private static final String ANSWERED = answered();

    private final Path path;
    private final int answers;

    /** Writes so many, numbered after those of an earlier file. */
    AnswerFile(Path path, int after, int answers) throws IOException {
        this.path = path;
        this.answers = answers;
        List<String> workshops = AnsweredProtocol.workshops();
        try (BufferedWriter file = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            file.write("workshop,record,person,agreed," + header() + ",name\n");
            for (int number = after; number < after + answers; number++) {
                file.write(workshops.get(number / PEOPLE_A_WORKSHOP % workshops.size()));
                file.write(",R" + number + ",P" + number + (number % 2 == 0 ? ",Yes," : ",No,"));
                file.write(ANSWERED + ",Invented Person " + number + "\n");
            }
        }
    }

    Path path() {
        return path;
    }

    int answers() {
        return answers;
    }

    /** The import of such a file. */
    static String wanted() {
        String pairs = IntStream.rangeClosed(1, PAIRS)
                .mapToObj(n -> "{\"item\": \"competency_" + n + "\", \"then\": \"c" + n + "_pre\", \"now\": \"c" + n
                        + "_post\"}")
                .collect(Collectors.joining(","));
        String several = IntStream.rangeClosed(1, SEVERAL)
                .mapToObj(n -> "{\"item\": \"several_" + n + "\", \"column\": \"s" + n + "\", \"divider\": \";\"}")
                .collect(Collectors.joining(","));
        String texts = IntStream.rangeClosed(1, TEXTS)
                .mapToObj(n -> "{\"item\": \"words_" + n + "\", \"column\": \"w" + n + "\"}")
                .collect(Collectors.joining(","));
        return "{\"source\": \"Measuring\", \"mapping\": {\"layout\": \"csv\", \"workshop\": {\"column\": \"workshop\"},"
                + "\"record\": \"record\", \"participant\": \"person\", \"consent\": {\"column\": \"agreed\","
                + "\"yes\": [\"Yes\"], \"no\": [\"No\"]}, \"items\": [" + pairs + "," + several + "," + texts + "]}}";
    }

    private static String header() {
        return Stream.of(
                        IntStream.rangeClosed(1, PAIRS).mapToObj(n -> "c" + n + "_pre,c" + n + "_post"),
                        IntStream.rangeClosed(1, SEVERAL).mapToObj(n -> "s" + n),
                        IntStream.rangeClosed(1, TEXTS).mapToObj(n -> "w" + n))
                .flatMap(columns -> columns)
                .collect(Collectors.joining(","));
    }

    private static String answered() {
        return Stream.of(
                        IntStream.rangeClosed(1, PAIRS).mapToObj(n -> (1 + n % 5) + "," + (3 + n % 5)),
                        IntStream.rangeClosed(1, SEVERAL).mapToObj(n -> "first;third"),
                        IntStream.rangeClosed(1, TEXTS).mapToObj(n -> '"' + WORDS + '"'))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(","));
    }

    /** Hands as many rows to the database, into a table of the same form; {@return in how many seconds} */
    double copy(String superuserUrl, String institution) throws IOException {
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("create table bare (like response including all)");
            statement.execute("checkpoint");
            long begin = System.nanoTime();
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy bare (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,"
                                    + " answers, texts, unfinished, import, record) from stdin");
            String rest = "\tt\timported\tund\t" + SeededSurvey.coded() + "\t" + SeededSurvey.texts() + "\tf\t"
                    + UUID.randomUUID() + "\t\\\\x";
            StringBuilder rows = new StringBuilder();
            for (int number = 0; number < answers; number++) {
                UUID wave = SeededSurvey.uuid("over", number % 100);
                rows.append(institution)
                        .append('\t')
                        .append(UUID.randomUUID())
                        .append('\t')
                        .append(wave);
                rows.append("\t\\\\x").append(hash()).append("\t\\\\x").append(hash());
                rows.append(rest).append(hash()).append('\n');
                if (number % 1_000 == 999 || number == answers - 1) {
                    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("drop table bare");
            return seconds;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String hash() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        return HexFormat.of().toHexDigits(one.getMostSignificantBits())
                + HexFormat.of().toHexDigits(one.getLeastSignificantBits())
                + HexFormat.of().toHexDigits(other.getMostSignificantBits())
                + HexFormat.of().toHexDigits(other.getLeastSignificantBits());
    }
}
