package org.mentoringcommons.deploy.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One protocol of one institution under which very many have answered, in 100 waves that are over, written into the
 * database of survey-service: the wave of every tenth workshop is of the first of January, the others' are later. The first
 * text of everybody is coded.
 */
final class AnsweredProtocol {

    static final String EVALUATOR = "benchmark-evaluator";

    private static final int WAVES = 100;
    private static final String INSTITUTION = SeededSurvey.uuid("exporter", 0).toString();
    private static final String PROTOCOL = SeededSurvey.uuid("exported", 0).toString();

    private final String database;

    AnsweredProtocol(String superuserUrl) {
        this.database = superuserUrl;
    }

    /** The claim of a token that speaks for the institution. */
    String organization() {
        return "\"organization\": {\"exporter\": {\"id\": \"" + INSTITUTION
                + "\", \"realm_access\": {\"roles\": [\"evaluator\"]}}}";
    }

    String exports() {
        return "/survey/v1/protocols/" + PROTOCOL + "/exports";
    }

    String imports() {
        return "/survey/v1/protocols/" + PROTOCOL + "/imports";
    }

    String institution() {
        return INSTITUTION;
    }

    /** The ids of workshops that are over, after which nobody has been asked before {@link #plant}. */
    static List<String> workshops() {
        return IntStream.range(0, WAVES)
                .mapToObj(n -> SeededSurvey.uuid("held", n).toString())
                .toList();
    }

    /** Writes the protocol and its workshops, and so many answers. */
    void plant(long answers) {
        plantWorkshops();
        String tenant = "'" + INSTITUTION + "'";
        String wave = SeededSurvey.id("over", "n % " + WAVES);
        execute(
                "insert into codebook (key, version, item, codes) values ('benchmark', '1', 'words_1',"
                        + " '[{\"code\": \"Agenda\", \"label\": \"Agenda\"}, {\"code\": \"Other\", \"label\": \"Other\"}]')",
                "insert into wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision,"
                        + " occasion, instrument_key, instrument_version, final_responded) select " + tenant + ", "
                        + SeededSurvey.id("over", "n") + ", 1, " + SeededSurvey.id("held", "n") + ", '" + PROTOCOL
                        + "', '2026-02-02', '2026-03-02', 1, 1, 'WORKSHOP', 'benchmark', '1', 1 from generate_series(0, "
                        + (WAVES - 1) + ") n",
                "insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version,"
                        + " consent_language, answers, texts, unfinished) select " + tenant + ", gen_random_uuid(), "
                        + wave
                        + ", sha256(random()::text::bytea), sha256(random()::text::bytea), true, '1', 'en', '"
                        + SeededSurvey.coded() + "', '" + SeededSurvey.texts() + "', false from generate_series(0, "
                        + (answers - 1) + ") n",
                "insert into text_consensus (tenant, response, item, codebook_key, codebook_version, codes)"
                        + " select tenant, id, 'words_1', 'benchmark', '1', '{Agenda}' from response where tenant = "
                        + tenant,
                "vacuum analyze",
                "checkpoint");
    }

    /** Writes all but what is asked. */
    void plantWorkshops() {
        String tenant = "'" + INSTITUTION + "'";
        execute(
                "insert into instrument values ('benchmark', '1', 'Benchmark', null, null, null, '"
                        + SeededSurvey.definition() + "')",
                "insert into institution (id, alias, name, time_zone, state) values (" + tenant
                        + ", 'exporter', 'Exporter', 'UTC', 'active')",
                "insert into protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,"
                        + " instrument_version, curricula, evaluators, institutions) values (" + tenant + ", '"
                        + PROTOCOL
                        + "', '1', 'board', 'Benchmark', '2026-01-01', 'DESTROY', 'benchmark', '1', '{benchmark}', '{"
                        + EVALUATOR + "}', '{exporter}')",
                "insert into workshop (tenant, id, curriculum, status, ends_at, delivered_at, roster_revision) select "
                        + tenant + ", " + SeededSurvey.id("held", "n") + ", 'benchmark', 'delivered',"
                        + " case when n % 10 = 0 then timestamptz '2026-01-01 10:00Z' else '2026-02-01 10:00Z' end,"
                        + " '2026-02-02 10:00Z', 1 from generate_series(0, " + (WAVES - 1) + ") n");
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
