package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.dataset.CsvFile;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.DatasetFile;
import org.mentoringcommons.survey.dataset.FhirFile;
import org.mentoringcommons.survey.dataset.RedcapFile;
import org.mentoringcommons.survey.dataset.SavFile;
import org.mentoringcommons.survey.dataset.Sheet;

/** How answers are written. */
@Schema(name = "ExportFormat")
enum Format {
    /** CSV, with a codebook and SPSS syntax that reads it. */
    @JsonProperty("csv")
    CSV(Map.of(Sheet.DATA, Type.CSV, Sheet.CODEBOOK, Type.CSV, Sheet.SYNTAX, Type.SPS)) {
        @Override
        DatasetFile open(Dataset dataset, String base, DatasetFile.Sheets sheets) throws IOException {
            return new CsvFile(dataset, fileName(dataset.name(), Sheet.DATA), sheets);
        }
    },
    /** An SPSS system file, with a codebook. */
    @JsonProperty("sav")
    SAV(Map.of(Sheet.DATA, Type.SAV, Sheet.CODEBOOK, Type.CSV)) {
        @Override
        DatasetFile open(Dataset dataset, String base, DatasetFile.Sheets sheets) throws IOException {
            return new SavFile(dataset, sheets);
        }
    },
    /** Records of a REDCap project, with its data dictionary and a codebook. */
    @JsonProperty("redcap")
    REDCAP(Map.of(Sheet.DATA, Type.CSV, Sheet.DICTIONARY, Type.CSV, Sheet.CODEBOOK, Type.CSV)) {
        @Override
        DatasetFile open(Dataset dataset, String base, DatasetFile.Sheets sheets) throws IOException {
            return new RedcapFile(dataset, sheets);
        }
    },
    /** QuestionnaireResponses of FHIR R4, one a line, with their Questionnaires. */
    @JsonProperty("fhir")
    FHIR(Map.of(Sheet.DATA, Type.FHIR, Sheet.QUESTIONNAIRE, Type.FHIR)) {
        @Override
        DatasetFile open(Dataset dataset, String base, DatasetFile.Sheets sheets) throws IOException {
            return new FhirFile(dataset, base, sheets);
        }
    };

    /** What a sheet is on a disk and on the wire. */
    private enum Type {
        CSV("csv", "text/csv; charset=UTF-8"),
        SAV("sav", "application/x-spss-sav"),
        SPS("sps", "text/plain; charset=UTF-8"),
        FHIR("ndjson", "application/fhir+ndjson");

        private final String extension;
        private final String media;

        Type(String extension, String media) {
            this.extension = extension;
            this.media = media;
        }
    }

    private final Map<Sheet, Type> sheets;

    Format(Map<Sheet, Type> sheets) {
        this.sheets = sheets;
    }

    /**
     * Begins to write; answers follow.
     *
     * @param base of canonical addresses, where a format has such
     */
    abstract DatasetFile open(Dataset dataset, String base, DatasetFile.Sheets sheets) throws IOException;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Format of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean has(Sheet sheet) {
        return sheets.containsKey(sheet);
    }

    String fileName(String name, Sheet sheet) {
        return name + (sheet == Sheet.DATA ? "" : "-" + sheet.word()) + "." + sheets.get(sheet).extension;
    }

    String mediaType(Sheet sheet) {
        return sheets.get(sheet).media;
    }
}
