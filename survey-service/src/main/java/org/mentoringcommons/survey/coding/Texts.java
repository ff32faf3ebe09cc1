package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The texts an evaluator may code: of the institution worked for, of answers that may be used for research, under a
 * protocol that names the evaluator. Plain SQL over answers, waves and protocols; hundreds are listed at once.
 */
@ApplicationScoped
class Texts {

    private static final String LIST =
            """
            select * from (
              select r.id, t.key, t.value, case when c.response is not null then 'agreed'
                       when n.coders > 1 then 'disputed' when n.own then 'coded' else 'uncoded' end as state
              from protocol p
                join wave w on w.tenant = p.tenant and w.protocol = p.id
                join response r on r.tenant = w.tenant and r.wave = w.id
                cross join lateral jsonb_each_text(r.texts) t
                left join text_consensus c on c.tenant = r.tenant and c.response = r.id and c.item = t.key
                cross join lateral (select count(*) as coders, bool_or(x.coder = ?) as own from text_coding x
                  where x.tenant = r.tenant and x.response = r.id and x.item = t.key) n
              where ? = any (p.evaluators) and r.research and (?::text is null or t.key = ?)
                and (?::uuid is null or w.id = ?) and (r.id, t.key) > (?, ?)) text
            where ?::text is null or state = ?
            order by id, key limit ?""";

    /** Locks the answer: its two coders then take effect one after the other, so the second sees the first. */
    private static final String LOCK =
            """
            select r.revision from response r
              join wave w on w.tenant = r.tenant and w.id = r.wave
              join protocol p on p.tenant = w.tenant and p.id = w.protocol
            where r.id = ? and r.research and jsonb_exists(r.texts, ?) and ? = any (p.evaluators)
            for no key update of r""";

    private static final String CODINGS =
            """
            select coder, codebook_key, codebook_version, codes from text_coding where response = ? and item = ?
            union all
            select null, codebook_key, codebook_version, codes from text_consensus where response = ? and item = ?""";
    private static final String CODE =
            """
            insert into text_coding (tenant, response, item, coder, codebook_key, codebook_version, codes)
            values (current_tenant(), ?, ?, ?, ?, ?, ?)
            on conflict (tenant, response, item, coder) do update
              set codebook_key = excluded.codebook_key, codebook_version = excluded.codebook_version,
                  codes = excluded.codes""";
    private static final String AGREE =
            """
            insert into text_consensus (tenant, response, item, codebook_key, codebook_version, codes)
            values (current_tenant(), ?, ?, ?, ?, ?)""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource database;

    Texts(DataSource database) {
        this.database = database;
    }

    /** Which texts to list; null is no matter. */
    record Wanted(String item, State state, UUID wave, UUID afterResponse, String afterItem, int count) {}

    List<TextView> list(String evaluator, Wanted wanted) {
        String state = wanted.state() == null ? null : wanted.state().word();
        return query(
                LIST,
                row -> {
                    List<TextView> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new TextView(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                State.of(row.getString(4))));
                    }
                    return found;
                },
                evaluator,
                evaluator,
                wanted.item(),
                wanted.item(),
                wanted.wave(),
                wanted.wave(),
                wanted.afterResponse() == null ? BEFORE_ALL : wanted.afterResponse(),
                wanted.afterResponse() == null ? "" : wanted.afterItem(),
                state,
                state,
                wanted.count());
    }

    /** The text with all its codes, for this evaluator to work on until the transaction ends. */
    Optional<CodedText> lock(UUID response, String item, String evaluator) {
        int revision = query(LOCK, row -> row.next() ? row.getInt(1) : 0, response, item, evaluator);
        if (revision == 0) {
            return Optional.empty();
        }
        return query(
                CODINGS,
                row -> {
                    Map<String, Codes> byCoder = new LinkedHashMap<>();
                    Codes consensus = null;
                    while (row.next()) {
                        Codes codes =
                                new Codes(new CodebookReference(row.getString(2), row.getString(3)), List.of((String[])
                                        row.getArray(4).getArray()));
                        if (row.getString(1) == null) {
                            consensus = codes;
                        } else {
                            byCoder.put(row.getString(1), codes);
                        }
                    }
                    return Optional.of(new CodedText(response, item, revision, byCoder, consensus));
                },
                response,
                item,
                response,
                item);
    }

    void code(CodedText text, String coder, Codes codes) {
        update(
                CODE,
                text.response(),
                text.item(),
                coder,
                codes.codebook().key(),
                codes.codebook().version(),
                codes.codes());
    }

    void agree(CodedText text, Codes codes) {
        update(
                AGREE,
                text.response(),
                text.item(),
                codes.codebook().key(),
                codes.codebook().version(),
                codes.codes());
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("texts could not be read", failure);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, values);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("codes could not be kept", failure);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            Object value = values[index];
            if (value instanceof List<?> words) {
                Array array = connection.createArrayOf("text", words.toArray());
                statement.setArray(index + 1, array);
            } else {
                statement.setObject(index + 1, value);
            }
        }
    }
}
