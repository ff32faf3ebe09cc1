package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** The demonstration's release as an analyst sees it in a browser. */
@ExtendWith({TheStack.class, Browser.class})
class ReleasePageTest {

    @Test
    void it_is_accessible_by_day_and_by_night_and_on_a_telephone(Page page) {
        String analyst = TheStack.demonstrated().users().get("analyst").username();
        page.setExtraHTTPHeaders(
                Map.of("Authorization", "Bearer " + TheStack.running().token(analyst, Optional.empty())));
        page.setViewportSize(1280, 900);
        page.navigate(TheStack.stack().url(Service.ANALYTICS)
                + TheStack.demonstrated().release());
        assertThat(page.title()).contains("release 1");

        Browser.assertAccessible(page);
        Browser.screenshot(page, "release-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.assertLegible(page);
        page.setViewportSize(390, 900);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
