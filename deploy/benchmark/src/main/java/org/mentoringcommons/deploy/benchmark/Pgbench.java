package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database alone does with what an answer writes, driven by PostgreSQL's own {@code pgbench} with prepared
 * statements, as the service's role and under the same row-level security: once every statement that survey-service issues
 * for an answer, once the two rows alone.
 */
final class Pgbench {

    /** By which its answers are told from those of the service. */
    static final String CONSENT = "2";

    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

    private static final String BEGIN =
            """
            \\set n random(0, %1$d)
            \\set i :n %% %2$d
            begin;
            select set_config('app.tenant', md5('institution' || :i)::uuid::text, false);
            """
                    .formatted(SeededSurvey.INVITATIONS - 1, SeededSurvey.INSTITUTIONS);

    /** As {@code Invitations} reads whom an answer comes from. */
    private static final String READ =
            """
            select i.participant, w.id, w.opens_at, w.closes_at, w.protocol, w.instrument_key, w.instrument_version,
                   w.final_responded is not null, n.time_zone,
                   (select c.number from consent c where c.tenant = w.tenant and c.protocol = w.protocol
                    order by c.number desc limit 1),
                   pg_advisory_xact_lock_shared(hashtextextended('answers/' || w.protocol::text, 0))
            from invitation i
              join wave w on w.tenant = i.tenant and w.id = i.wave
              join institution n on n.id = i.tenant
            where i.id = md5('invitation' || :n)::uuid and not i.revoked;
            """;

    /** As {@code Responses} keeps an answer and {@code Outbox} the fact. */
    private static final String WRITE =
            """
            with sent as (delete from draft where tenant = current_tenant() and wave = md5('wave' || :i)::uuid
                          and key = sha256(random()::text::bytea))
            insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,
                                  answers, texts, unfinished)
            select current_tenant(), gen_random_uuid(), md5('wave' || :i)::uuid, sha256(random()::text::bytea),
                   sha256(random()::text::bytea), true, '%3$s', 'en', '%1$s'::jsonb, '%2$s'::jsonb, false
            where not exists (select from withdrawal where protocol = md5('protocol' || :i)::uuid
                              and pseudonym = sha256(random()::text::bytea))
            on conflict (tenant, wave, pseudonym) do nothing;
            """;

    private static final String INSERT =
            """
            insert into response (tenant, id, wave, pseudonym, receipt_hash, research, consent_version, consent_language,
                                  answers, texts, unfinished)
            values (current_tenant(), gen_random_uuid(), md5('wave' || :i)::uuid, sha256(random()::text::bytea),
                   sha256(random()::text::bytea), true, '%3$s', 'en', '%1$s'::jsonb, '%2$s'::jsonb, false);
            """;

    private static final String TELL =
            """
            insert into outbox (topic, key, type, version, tenant, time, data)
            values ('responses', gen_random_uuid()::text, 'org.mentoringcommons.response.v1', 1, current_tenant(), now(),
                    '{"id": "' || gen_random_uuid() || '", "wave": "' || gen_random_uuid()
                    || '", "research": true, "answers": %1$s}');
            end;
            """;

    private final String database;
    private final Path folder;

    /** @param jdbcUrl of the service's own role, with its password */
    Pgbench(String jdbcUrl, Path folder) {
        this.database = jdbcUrl.substring("jdbc:".length());
        this.folder = folder;
    }

    static boolean isInstalled() {
        try {
            Process version = new ProcessBuilder("pgbench", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    double sameStatements(int clients, Duration lasting) {
        return run("same-statements.sql", BEGIN + READ + WRITE + TELL, clients, lasting);
    }

    double twoRows(int clients, Duration lasting) {
        return run("two-rows.sql", BEGIN + INSERT + TELL, clients, lasting);
    }

    /** Transactions a second. */
    private double run(String name, String script, int clients, Duration lasting) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(
                    file,
                    script.replace("%1$s", quoted(SeededSurvey.coded()))
                            .replace("%2$s", quoted(SeededSurvey.texts()))
                            .replace("%3$s", CONSENT));
            Process pgbench = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + clients,
                            "--jobs=" + Math.min(clients, 2),
                            "--time=" + lasting.toSeconds(),
                            "--file=" + file,
                            database)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = PER_SECOND.matcher(said);
            if (pgbench.waitFor() != 0 || !found.find()) {
                throw new IllegalStateException("pgbench: " + said);
            }
            return Double.parseDouble(found.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Colons that are no parameters: pgbench takes one before a letter for one. */
    private static String quoted(String json) {
        return json.replace(": ", ":  ").replace("'", "''");
    }
}
