package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other tests in a browser rely on. */
@ExtendWith(Browser.class)
class BrowserTest {

    private static final String GOOD =
            """
            <!DOCTYPE html><html lang="en"><head><title>A page</title></head>
            <body><main><h1>A page</h1><label>Name <input></label></main></body></html>""";

    @Test
    void a_page_without_fault_is_accessible_and_can_be_kept(Page page) {
        page.setContent(GOOD);

        Browser.assertAccessible(page);
        assertThat(Browser.screenshot(page, "a-page")).isNotEmptyFile();
    }

    @Test
    void a_field_without_a_label_is_named(Page page) {
        page.setContent(GOOD.replace("<label>Name <input></label>", "<input id=\"nameless\">"));

        assertThatThrownBy(() -> Browser.assertAccessible(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("label")
                .hasMessageContaining("nameless");
    }
}
