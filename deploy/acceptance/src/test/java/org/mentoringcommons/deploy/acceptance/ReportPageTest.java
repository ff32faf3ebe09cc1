package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** The study team's report as its readers see it: on a screen by day and by night, on a telephone, on paper. */
@ExtendWith({TheStack.class, Browser.class})
class ReportPageTest {

    private static final int DESK = 1280;
    private static final int TELEPHONE = 390;

    @Test
    void it_is_accessible_by_day_and_by_night(Page page) {
        open(page);
        Browser.assertAccessible(page);
        Browser.screenshot(page, "report-light");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        Browser.assertLegible(page);
        Browser.screenshot(page, "report-dark");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(18, 22, 27)");
    }

    @Test
    void every_figure_says_what_it_shows_and_opens_its_data(Page page) {
        open(page);

        Locator drawings = page.getByRole(AriaRole.IMG);
        assertThat(drawings.count()).isEqualTo(page.locator("figure").count()).isGreaterThan(10);
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Scores before and now"))
                        .count())
                .isEqualTo(1);
        Locator scores = page.locator("figure:has(#figure-scores)");
        assertThat(scores.locator("table").isVisible()).isFalse();
        scores.locator("summary").press("Enter");
        assertThat(scores.locator("table").isVisible()).isTrue();
        assertThat(scores.locator("table").innerText()).contains("Communication", "before", "now");
    }

    @Test
    void words_in_a_figure_stay_inside_it(Page page) {
        open(page);

        assertThat(
                        page.evaluate(
                                """
                        [...document.querySelectorAll('figure svg')].flatMap(svg => {
                          const room = svg.getBoundingClientRect();
                          return [...svg.querySelectorAll('text')].filter(text => {
                            const box = text.getBoundingClientRect();
                            return box.left < room.left - 1 || box.right > room.right + 1;
                          }).map(text => svg.id + ': ' + text.textContent);
                        })"""))
                .isEqualTo(java.util.List.of());
    }

    @Test
    void nothing_but_wide_tables_scrolls_sideways(Page page) {
        open(page);
        for (int width : new int[] {DESK, TELEPHONE}) {
            page.setViewportSize(width, 900);

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("at a width of %s", width)
                    .isLessThanOrEqualTo(width);
        }
        Browser.screenshot(page, "report-telephone");
    }

    @Test
    void on_paper_it_has_pages_with_the_data_of_the_figures(Page page) throws Exception {
        open(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Path file = Path.of("target", "screenshots", "report.pdf");

        page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true).setPrintBackground(true));

        assertThat(Files.size(file)).isGreaterThan(50_000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .as("paper is white, also for who reads in the dark")
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator("figure:has(#figure-scores) details table").boundingBox().height)
                .as("the data of a figure are printed")
                .isGreaterThan(100);
    }

    private static void open(Page page) {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String token = TheStack.running().token(evaluator.username(), Optional.of(evaluator.institution()));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        page.setViewportSize(DESK, 900);
        page.navigate(TheStack.stack().url(Service.ANALYTICS) + "/analytics/v1/studies/"
                + TheStack.demonstrated().study() + "/report");
        assertThat(page.title()).contains("study-team report");
    }
}
