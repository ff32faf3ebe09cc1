package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Two coders at two browsers, with nothing but their keyboards: a text as it was written becomes codes they agree on. */
@ExtendWith({TheStack.class, Browser.class})
class CodingPageTest {

    private static final String ITEM = "planned_changes_text";
    private static final List<String> CODERS = List.of("coder.one", "coder.two");

    @Test
    void two_coders_code_apart_and_settle_what_they_dispute_by_keys_alone(Page one) {
        String institution = TheStack.institutions().get(11);
        String workshop = answered(institution, "I thank Dr. Walker, and will ask more often");
        String protocol = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("[0].protocol");
        try (BrowserContext elsewhere = one.context().browser().newContext()) {
            Page two = elsewhere.newPage();
            enter(one, CODERS.get(0), institution);
            enter(two, CODERS.get(1), institution);
            for (Page page : List.of(one, two)) {
                Browser.assertAccessible(page);
                page.locator("a[href*='" + protocol + "'][href*='" + ITEM + "']")
                        .press("Enter");
            }
            assertThat(one.textContent("mark")).isEqualTo("Dr. Walker");
            Browser.assertAccessible(one);
            Browser.screenshot(one, "coding-redact");
            type(one, "");

            assertThat(one.textContent(".consent")).isEqualTo("I thank [name], and will ask more often");
            Browser.assertAccessible(one);
            Browser.screenshot(one, "coding-code");
            type(one, "999");
            assertThat(one.textContent("[role=alert]")).contains("No code has that number");
            Browser.assertAccessible(one);
            type(one, "1");
            assertThat(one.textContent("h1")).isEqualTo("Nothing is left for you");
            Browser.assertAccessible(one);

            two.reload();
            assertThat(two.textContent("h1")).isEqualTo("What does it say?");
            assertThat(two.content()).doesNotContain("The other coder");
            type(two, "2");
            assertThat(two.textContent("h1")).isEqualTo("You two differ");
            assertThat(two.content()).contains("The other coder");
            Browser.assertAccessible(two);
            two.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.assertLegible(two);
            Browser.screenshot(two, "coding-settle");
            type(two, "1 2");
            assertThat(two.textContent("h1")).isEqualTo("Nothing is left for you");
        }

        Map<String, Object> summary = TheStack.as(CODERS.get(0), institution, Service.SURVEY)
                .get("/survey/v1/protocols/" + protocol + "/coding/" + ITEM)
                .path("$");
        assertThat(summary).containsEntry("disputed", 0);
        assertThat((Integer) summary.get("agreed")).isEqualTo(summary.get("texts"));
    }

    private static String answered(String institution, String words) {
        String workshop = Workshops.deliver(institution, "entering-mentoring", "combined", 1);
        Answer.to(Workshops.tokens(institution, workshop, 1).get(0))
                .improved()
                .value(ITEM, words)
                .send()
                .then()
                .statusCode(201);
        return workshop;
    }

    private static void enter(Page page, String coder, String institution) {
        page.navigate(TheStack.as(coder, institution, Service.SURVEY)
                .post("/survey/v1/coding-sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("address"));
        Browser.assertAccessible(page);
        page.keyboard().press("Enter"); // what is to be pressed has the focus
        page.waitForURL("**/coding");
    }

    /** Into what has the focus, which is where a screen begins; until another page is there. */
    private static void type(Page page, String typed) {
        page.evaluate("document.documentElement.dataset.before = 'yes'");
        page.keyboard().type(typed);
        page.keyboard().press("Enter");
        page.waitForSelector("html:not([data-before]) h1");
        page.waitForLoadState();
    }
}
