package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What is sent compressed, and to whom. */
class DocumentTest {

    @Test
    void a_large_document_is_kept_compressed_beside_its_bytes() throws IOException {
        Document large = Document.of("text/csv", "communication,gain,0.75\n".repeat(10_000));

        assertThat(new GZIPInputStream(new ByteArrayInputStream(large.compressed())).readAllBytes())
                .isEqualTo(large.body());
        assertThat(large.compressed().length).isLessThan(large.body().length / 10);
        assertThat(Document.of("text/csv", "communication,gain,0.75\n").compressed())
                .isNull();
    }

    @Test
    void only_who_accepts_gzip_gets_it() {
        assertThat(List.of("gzip", "br, gzip;q=0.5", "deflate,GZIP ; q=1.0"))
                .allMatch(accepted -> Document.takesGzip(List.of(accepted)));
        assertThat(List.of("", "identity", "br", "gzip;q=0", "deflate, gzip;q=0.000", "xgzip"))
                .noneMatch(accepted -> Document.takesGzip(List.of(accepted)));
        assertThat(Document.takesGzip(List.of())).isFalse();
        assertThat(Document.takesGzip(List.of("br", "gzip"))).isTrue();
    }
}
