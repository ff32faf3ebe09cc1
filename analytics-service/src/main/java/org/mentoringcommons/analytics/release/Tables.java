package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cube.Published;

/** What would be published, between the audit and the freezing: as bytes, the same for the same figures. */
@ApplicationScoped
class Tables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    byte[] write(Published published) {
        try {
            return JSON.writeValueAsBytes(Stream.concat(
                            published.cells().stream().map(Entry::of),
                            published.sites().stream().map(Entry::of))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<Entry> read(byte[] stored) {
        try {
            return JSON.readValue(stored, ENTRIES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("stored tables cannot be read", unreadable);
        }
    }
}
