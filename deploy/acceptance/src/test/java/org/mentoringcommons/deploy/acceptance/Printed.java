package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;

/** The form on paper: what only a screen can do is gone, and what belongs side by side stays so. */
final class Printed {

    /** What browsers print on, in CSS pixels: A4 with margins of two centimetres, A4 and Letter with narrow ones. */
    private static final List<Integer> WIDTHS = List.of(642, 718, 739);

    private static final String SCREEN_ONLY = "button, progress, .languages, .skip, #save-hint, #decline-hint,"
            + " input[name=countUnfinished], input[type=radio][value='']:not(.choices *)";

    /** Every pair of a form, as far as it does not stand in one row each, then on the left. */
    private static final String TORN =
            """
            () => [...document.querySelectorAll('.pair')].filter(pair => {
                const then = pair.querySelector('.then').getBoundingClientRect();
                const now = pair.querySelector('.now').getBoundingClientRect();
                const inRow = side => new Set([...side.querySelectorAll('.points label')]
                    .map(point => point.getBoundingClientRect())
                    .filter(point => point.height > 0)
                    .map(point => Math.round(point.top))).size === 1;
                return then.width < 100 || now.width < 100 || Math.abs(then.top - now.top) > 1 || then.right > now.left
                    || !inRow(pair.querySelector('.then')) || !inRow(pair.querySelector('.now'));
            }).map(pair => pair.parentElement.innerText)""";

    private static final String SHOWN =
            """
            which => [...document.querySelectorAll(which)].filter(one => one.getClientRects().length > 0)
                .map(one => one.outerHTML)""";

    private Printed() {}

    /** Leaves the page on a screen, as wide as it was told. */
    static void assertWell(Page page, int screenWidth, int screenHeight) {
        assertThat(shown(page, SCREEN_ONLY)).as("what is on the screen").isNotEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        for (int width : WIDTHS) {
            page.setViewportSize(width, 1000);
            assertThat(shown(page, SCREEN_ONLY))
                    .as("what is of no use on paper")
                    .isEmpty();
            assertThat(page.locator(".pair").count()).isPositive();
            assertThat((List<?>) page.evaluate(TORN)).as("pairs that are torn").isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("what is cut off at the right")
                    .isLessThanOrEqualTo(width);
            assertThat(page.locator(".consent").first().isVisible()).isTrue();
            assertThat(shown(page, "legend, .question"))
                    .as("every question is asked")
                    .hasSize(page.locator("legend, .question").count());
        }
        Browser.screenshot(page, "form-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(screenWidth, screenHeight);
    }

    private static List<?> shown(Page page, String which) {
        return (List<?>) page.evaluate(SHOWN, which);
    }
}
