package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.DatasetFile;
import org.mentoringcommons.survey.dataset.Form;
import org.mentoringcommons.survey.dataset.Population;
import org.mentoringcommons.survey.dataset.Row;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.tenancy.contract.Token;

/** Data sets made without a database. */
final class Handmade {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Handmade() {}

    interface Opening {
        DatasetFile open(DatasetFile.Sheets sheets) throws IOException;
    }

    /** A wave that asked these items of a version of one and the same instrument. */
    static SurveyWave wave(String version, int revision, Item... items) {
        Form form = new Form(
                new InstrumentReference("skills", version), revision, "Skills " + version, List.of(items), Map.of());
        return new SurveyWave(
                UUID.randomUUID(),
                Occasion.WORKSHOP,
                UUID.randomUUID(),
                "entering-mentoring",
                LocalDate.of(2026, 3, 2),
                form);
    }

    static Dataset dataset(long rows, SurveyWave... waves) {
        return new Dataset(
                "IRB-1-consented-1",
                Token.LAKESIDE.id(),
                Population.CONSENTED,
                Instant.parse("2026-09-09T10:00:00Z"),
                rows,
                List.of(waves),
                Map.of(),
                Map.of());
    }

    static Row row(SurveyWave wave, Map<String, Object> answers) throws IOException {
        ObjectNode kept = (ObjectNode) JSON.readTree(JSON.writeValueAsString(answers));
        return new Row(UUID.randomUUID(), wave, false, kept, Set.of(), Map.of());
    }

    /** What the files are when these rows are in them. */
    static Map<Sheet, byte[]> written(Opening opening, Row... rows) throws IOException {
        Map<Sheet, ByteArrayOutputStream> files = new EnumMap<>(Sheet.class);
        try (DatasetFile file =
                opening.open(sheet -> files.computeIfAbsent(sheet, none -> new ByteArrayOutputStream()))) {
            for (Row row : rows) {
                file.row(row);
            }
        }
        Map<Sheet, byte[]> written = new EnumMap<>(Sheet.class);
        files.forEach((sheet, bytes) -> written.put(sheet, bytes.toByteArray()));
        return written;
    }
}
