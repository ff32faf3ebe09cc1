package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.DatasetFile;
import org.mentoringcommons.survey.dataset.Row;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Writes one export: the answers as they are at one moment, straight into parts. */
@ApplicationScoped
class Writing {

    private static final int ROWS_A_STEP = 5_000;

    private final OverWaves waves;
    private final Answers answers;
    private final Attempts attempts;
    private final PublicAddress addresses;
    private final TenantTransaction transaction;

    Writing(
            OverWaves waves,
            Answers answers,
            Attempts attempts,
            PublicAddress addresses,
            TenantTransaction transaction) {
        this.waves = waves;
        this.answers = answers;
        this.attempts = attempts;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /** What is known before the first answer is read. */
    private record Frame(Dataset dataset, Map<UUID, SurveyWave> waves, List<Answers.Coded> coded) {}

    /** @throws Attempt.Lost if it is not to be written on; what was written of it is thrown away */
    void write(Attempt attempt) {
        Frame frame = transaction.call(attempt.claim().institution(), () -> frame(attempt));
        try {
            attempts.complete(attempt, rows(attempt, frame));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Frame frame(Attempt attempt) {
        Export export = attempt.export();
        Set<UUID> wanted = Set.copyOf(export.waves());
        Map<UUID, SurveyWave> asked = new LinkedHashMap<>();
        waves.asking(waves.of(export.protocol()).stream()
                        .filter(wave -> wanted.contains(wave.id()))
                        .toList())
                .forEach(wave -> asked.put(wave.id(), wave));
        List<Answers.Coded> coded = answers.coded(export.waves(), export.population());
        return new Frame(
                new Dataset(
                        export.name(),
                        attempt.claim().institution().id(),
                        export.population(),
                        export.requestedAt(),
                        answers.count(export.waves(), export.population()),
                        List.copyOf(asked.values()),
                        answers.codes(coded),
                        Answers.codebooks(coded)),
                asked,
                coded);
    }

    private long rows(Attempt attempt, Frame frame) throws IOException {
        Export export = attempt.export();
        long[] written = {0};
        try (DatasetFile file = export.format()
                .open(
                        frame.dataset(),
                        addresses.of("/fhir").toString(),
                        sheet -> new PartStream((part, content) -> attempts.append(attempt, sheet, part, content)))) {
            answers.read(
                    attempt.claim().institution(),
                    frame.waves(),
                    export.population(),
                    frame.coded(),
                    counting(file, attempt, written));
        }
        return written[0];
    }

    private DatasetFile counting(DatasetFile file, Attempt attempt, long[] written) {
        return new DatasetFile() {
            @Override
            public void row(Row row) throws IOException {
                file.row(row);
                if (++written[0] % ROWS_A_STEP == 0) {
                    attempts.progress(attempt, written[0]);
                }
            }

            @Override
            public void close() {}
        };
    }
}
