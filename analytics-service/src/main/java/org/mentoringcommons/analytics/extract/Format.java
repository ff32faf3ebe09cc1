package org.mentoringcommons.analytics.extract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How rows are written. */
enum Format {
    @JsonProperty("csv")
    CSV("csv", "text/csv; charset=UTF-8") {
        @Override
        TidyFile open(OutputStream out, List<Column> columns) throws IOException {
            return new CsvFile(out, columns);
        }
    },
    @JsonProperty("parquet")
    PARQUET("parquet", "application/vnd.apache.parquet") {
        @Override
        TidyFile open(OutputStream out, List<Column> columns) throws IOException {
            return new ParquetFile(out, columns);
        }
    };

    private final String word;
    private final String mediaType;

    Format(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    abstract TidyFile open(OutputStream out, List<Column> columns) throws IOException;

    String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    static Format of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
