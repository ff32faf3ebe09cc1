package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.coding.Codebook;
import org.mentoringcommons.survey.coding.CodebookReference;
import org.mentoringcommons.survey.coding.Codebooks;
import org.mentoringcommons.survey.database.LongReading;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.DatasetFile;
import org.mentoringcommons.survey.dataset.Population;
import org.mentoringcommons.survey.dataset.Row;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.tenancy.Tenant;

/** The answers of the institution worked for, without their words, as rows. */
@ApplicationScoped
class Answers {

    private static final String COUNT =
            "select count(*) from response r where r.wave = any (?::uuid[]) and (r.research or ?)";
    private static final String CODED_WITH =
            """
            select distinct c.item, c.codebook_key, c.codebook_version from text_consensus c
              join response r on r.tenant = c.tenant and r.id = c.response
            where r.wave = any (?::uuid[]) and (r.research or ?) order by 1, 2, 3""";
    private static final String READ =
            """
            select r.id, r.wave, r.unfinished, r.answers, array(select jsonb_object_keys(r.texts)),
                   (select jsonb_object_agg(c.item, c.codes) from text_consensus c
                    where c.tenant = r.tenant and c.response = r.id
                      and (c.item, c.codebook_key, c.codebook_version)
                          in (select * from unnest(?::text[], ?::text[], ?::text[])))
            from response r where r.wave = any (?::uuid[]) and (r.research or ?) order by r.wave, r.id""";

    private static final TypeReference<Map<String, List<String>>> CODES = new TypeReference<>() {};

    private final Statements statements;
    private final LongReading reading;
    private final Codebooks codebooks;
    private final ObjectReader json;

    Answers(Statements statements, LongReading reading, Codebooks codebooks, ObjectMapper json) {
        this.statements = statements;
        this.reading = reading;
        this.codebooks = codebooks;
        this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** How texts of an item were coded. */
    record Coded(String item, CodebookReference codebook) {}

    long count(List<UUID> waves, Population population) {
        return statements
                .first(COUNT, row -> row.getLong(1), waves, everybody(population))
                .orElseThrow();
    }

    /** Which codes there may be. */
    List<Coded> coded(List<UUID> waves, Population population) {
        return statements.list(
                CODED_WITH,
                row -> new Coded(row.getString(1), new CodebookReference(row.getString(2), row.getString(3))),
                waves,
                everybody(population));
    }

    /** The codes of these codebooks by item, in the codebooks' own order. */
    Map<String, List<Code>> codes(List<Coded> coded) {
        Map<String, Set<Code>> found = new HashMap<>();
        Map<String, Set<String>> seen = new HashMap<>();
        for (Coded item : coded) {
            codebooks.find(item.codebook()).map(Codebook::codes).orElseThrow().stream()
                    .filter(code -> seen.computeIfAbsent(item.item(), none -> new LinkedHashSet<>())
                            .add(code.code()))
                    .forEach(code -> found.computeIfAbsent(item.item(), none -> new LinkedHashSet<>())
                            .add(code));
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** These codebooks by item, in an order that does not change. */
    static Map<String, List<CodebookReference>> codebooks(List<Coded> coded) {
        return coded.stream()
                .collect(Collectors.groupingBy(
                        Coded::item, Collectors.mapping(Coded::codebook, Collectors.toUnmodifiableList())));
    }

    /** Reads them as they are at one moment, a few at a time, in the order of random ids, which tells nothing. */
    void read(
            Tenant institution, Map<UUID, SurveyWave> waves, Population population, List<Coded> coded, DatasetFile rows)
            throws IOException {
        reading.each(
                institution,
                READ,
                row -> rows.row(row(row, waves)),
                coded.stream().map(Coded::item).toList(),
                coded.stream().map(item -> item.codebook().key()).toList(),
                coded.stream().map(item -> item.codebook().version()).toList(),
                waves.keySet(),
                everybody(population));
    }

    private Row row(ResultSet row, Map<UUID, SurveyWave> waves) throws SQLException {
        String codes = row.getString(6);
        try {
            return new Row(
                    row.getObject(1, UUID.class),
                    waves.get(row.getObject(2, UUID.class)),
                    row.getBoolean(3),
                    (ObjectNode) json.readTree(row.getString(4)),
                    Set.copyOf(Statements.words(row, 5)),
                    codes == null ? Map.of() : json.forType(CODES).readValue(codes));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an answer could not be read"); // without the cause, which may quote it
        }
    }

    private static boolean everybody(Population population) {
        return population == Population.EVALUATED;
    }
}
