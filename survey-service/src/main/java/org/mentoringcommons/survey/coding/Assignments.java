package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** Who codes what, for the institution worked for. */
@ApplicationScoped
public class Assignments {

    private static final String ALL =
            """
            select item, codebook_key, codebook_version, first_coder, second_coder from coding_assignment
            where protocol = ? order by item""";
    private static final String LOCK =
            """
            select item, codebook_key, codebook_version, first_coder, second_coder from coding_assignment
            where protocol = ? and item = ? for update""";
    private static final String TURN = "select pg_advisory_xact_lock(hashtextextended('coding/' || ?::text || ?, 0))";
    private static final String PUT =
            """
            insert into coding_assignment (tenant, protocol, item, codebook_key, codebook_version, first_coder,
                                           second_coder)
            values (current_tenant(), ?, ?, ?, ?, ?, ?)
            on conflict (tenant, protocol, item) do update
              set codebook_key = excluded.codebook_key, codebook_version = excluded.codebook_version,
                  first_coder = excluded.first_coder, second_coder = excluded.second_coder""";
    private static final String UNDER_WAY =
            """
            select count(distinct c.response) from text_coding c
              join response r on r.tenant = c.tenant and r.id = c.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.protocol = ? and c.item = ?
              and not exists (select from text_consensus k
                              where k.tenant = c.tenant and k.response = c.response and k.item = c.item)
              and (not c.coder = any (?) or c.codebook_key <> ? or c.codebook_version <> ?)""";
    private static final String OF_A_CODER =
            """
            select a.protocol, p.title, a.item, a.codebook_key, a.codebook_version, a.first_coder, a.second_coder
            from coding_assignment a join protocol p on p.tenant = a.tenant and p.id = a.protocol
            where ? in (a.first_coder, a.second_coder) and ? = any (p.evaluators) order by p.title, a.protocol, a.item""";

    private final Statements statements;

    Assignments(Statements statements) {
        this.statements = statements;
    }

    /** What a coder is to code: the answers to an item under a protocol. */
    public record Errand(UUID protocol, String title, String item, CodebookReference codebook) {}

    /** All there is for a coder to do. */
    public List<Errand> of(String coder) {
        return statements.list(
                OF_A_CODER,
                row -> new Errand(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        new CodebookReference(row.getString(4), row.getString(5))),
                coder,
                coder);
    }

    /** By item. */
    Map<String, Assignment> of(UUID protocol) {
        Map<String, Assignment> found = new LinkedHashMap<>();
        statements.list(ALL, row -> found.put(row.getString(1), read(row)), protocol);
        return found;
    }

    /** The one of this item, for nobody else to change and nobody to code by until the transaction ends. */
    Optional<Assignment> lock(UUID protocol, String item) {
        statements.first(TURN, row -> true, protocol, item);
        return statements.first(LOCK, Assignments::read, protocol, item);
    }

    void put(UUID protocol, String item, Assignment wanted) {
        CodebookReference codebook = wanted.codebook();
        statements.update(
                PUT,
                protocol,
                item,
                codebook.key(),
                codebook.version(),
                wanted.coders().get(0),
                wanted.coders().get(1));
    }

    /** How many texts somebody has begun to code that do not fit this: by others, or with other codes. */
    long underWay(UUID protocol, String item, Assignment wanted) {
        return statements
                .first(
                        UNDER_WAY,
                        row -> row.getLong(1),
                        protocol,
                        item,
                        wanted.coders(),
                        wanted.codebook().key(),
                        wanted.codebook().version())
                .orElseThrow();
    }

    private static Assignment read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Assignment(
                new CodebookReference(row.getString(2), row.getString(3)), List.of(row.getString(4), row.getString(5)));
    }
}
