package org.mentoringcommons.curriculum.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadyPagesTest {

    private static final Contents.Seal PUBLISHED = new Contents.Seal("digest", VersionStatus.PUBLISHED);

    private final ReadyPages pages = new ReadyPages(new ObjectMapper());
    private int made;

    @Test
    void of_what_is_published_a_page_is_made_once_and_of_a_draft_every_time() {
        assertThat(page("a", "1", PUBLISHED, "guide")).isEqualTo("page 1");
        assertThat(page("a", "1", PUBLISHED, "guide")).isEqualTo("page 1");

        Contents.Seal draft = new Contents.Seal("digest", VersionStatus.DRAFT);
        assertThat(page("a", "1", draft, "guide")).isEqualTo("page 2");
        assertThat(page("a", "1", draft, "guide")).isEqualTo("page 3");
    }

    @Test
    void another_curriculum_version_content_or_reader_has_another_page() {
        page("a", "1", PUBLISHED, "guide");

        assertThat(page("b", "1", PUBLISHED, "guide")).isEqualTo("page 2");
        assertThat(page("a", "2", PUBLISHED, "guide")).isEqualTo("page 3");
        assertThat(page("a", "1", new Contents.Seal("other", VersionStatus.PUBLISHED), "guide"))
                .isEqualTo("page 4");
        assertThat(page("a", "1", PUBLISHED, "guide-for-participants")).isEqualTo("page 5");
        assertThat(page("a", "1", PUBLISHED, "guide")).isEqualTo("page 1");
    }

    @Test
    void those_asked_for_last_are_kept_as_long_as_there_is_room() {
        assertThat(page("a", "1", PUBLISHED, "often")).isEqualTo("page 1");
        IntStream.range(0, 40).forEach(number -> {
            large("large-" + number);
            assertThat(page("a", "1", PUBLISHED, "often")).isEqualTo("page 1");
        });

        int before = made;
        large("large-39");
        assertThat(made).as("one of the last").isEqualTo(before);
        large("large-0");
        assertThat(made).as("the first of many").isEqualTo(before + 1);
    }

    @Test
    void json_is_written_as_it_would_be_without() {
        assertThat(pages.json("a", "1", PUBLISHED, "module", () -> Map.of("key", "ü")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"key\":\"ü\"}");
    }

    private void large(String name) {
        pages.text("a", "1", PUBLISHED, name, () -> {
            made++;
            return "x".repeat(1 << 20);
        });
    }

    private String page(String curriculum, String version, Contents.Seal seal, String name) {
        return new String(pages.text(curriculum, version, seal, name, () -> "page " + ++made), StandardCharsets.UTF_8);
    }
}
