package org.mentoringcommons.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void headings_come_below_what_they_stand_under_and_tables_are_tables() {
        assertThat(Markdown.html("# One\n\n|a|b|\n|-|:-:|\n|1|2|", 3))
                .contains("<h4>One</h4>", "<table>", "<td align=\"center\">2</td>");
    }

    @Test
    void links_to_the_web_open_without_telling_where_from() {
        assertThat(Markdown.html("[a](https://example.org/x?y=1&z=2)", 2))
                .contains("href=\"https://example.org/x?y&#61;1&amp;z&#61;2\"", "noopener", "noreferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](https://example.org/\"onmouseover=alert(1))",
                "![a](https://example.org/x.png)",
                "<a href=\"x\" style=\"position:fixed\">a</a>",
                "<svg/onload=alert(1)>",
                "`<script>`"
            })
    void nothing_that_runs_loads_or_looks_like_it_comes_through(String markdown) {
        String html = Markdown.html(markdown, 2);

        assertThat(html).doesNotContain("<script", "<img", "<svg", "style=");
        assertThat(html).doesNotContainPattern("(?i)(href|src)=\"(javascript|data):");
        assertThat(html).doesNotContainPattern("<[^>]*\\son\\w+=");
    }
}
