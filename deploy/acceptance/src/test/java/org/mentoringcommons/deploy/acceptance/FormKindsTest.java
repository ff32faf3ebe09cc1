package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/**
 * A shipped instrument, an institution's own items of all other kinds and its own words over it, answered in a browser
 * with a keyboard, and counted.
 */
@ExtendWith({TheStack.class, Browser.class})
class FormKindsTest {

    private static final String OWN =
            """
            {"items": [
              {"kind": "instruction", "key": "own_read", "label": "The next questions are our own.", "section": "At our place"},
              {"kind": "bipolar", "key": "own_style", "label": "How do you and your mentor meet?",
               "lowAnchor": "Whenever something comes up", "highAnchor": "At a fixed time", "section": "At our place"},
              {"kind": "number", "key": "own_hours", "label": "How many hours a month do you meet?", "min": 0, "max": 40,
               "decimals": 1, "section": "At our place"},
              {"kind": "date", "key": "own_since", "label": "Since when?", "earliest": "2010-01-01", "section": "At our place"},
              {"kind": "constant_sum", "key": "own_time", "label": "Where does that time go, in percent?", "total": 100,
               "section": "At our place", "options": [{"code": "Work", "label": "The work at hand"},
               {"code": "Career", "label": "My career"}, {"code": "Life", "label": "Everything else"}]},
              {"kind": "ranking", "key": "own_needs", "label": "What do you need most?", "top": 2, "section": "At our place",
               "options": [{"code": "Advice", "label": "Advice"}, {"code": "Contacts", "label": "Contacts"},
               {"code": "Trust", "label": "Trust"}]},
              {"kind": "choice", "key": "own_campus", "label": "Which campus?", "section": "At our place", "options": [
               {"code": "North", "label": "North"}, {"code": "Other", "label": "Another one", "specify": true}]}],
             "overlays": [{"licence": "A test's own words", "words": {"language": "en", "items": {
               "communication_1": {"label": "Hearing my mentor out"}}}}]}""";

    private final String institution = TheStack.institutions().get(10);

    @Test
    void every_kind_is_answered_with_a_keyboard_and_reads_well_everywhere(Page page) {
        String workshop = asked();
        page.navigate(TheStack.stack().url(Service.SURVEY) + "/s/"
                + Workshops.tokens(institution, workshop, 2).get(0));

        Browser.assertAccessible(page);
        looksWell(page);
        assertThat(page.textContent("main")).contains("Hearing my mentor out").doesNotContain("Listening to what");
        send(page);
        Browser.assertAccessible(page); // with the question that is missing marked
        page.locator("[role=alert] a").first().press("Enter");
        assertThat(page.locator("#research").evaluate("field => field === document.activeElement"))
                .isEqualTo(true);

        answer(page);
        send(page);

        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
        assertThat(page.textContent("#own_time-error")).isEqualTo("This answer adds up to 90 instead of 100.");
        assertThat(page.inputValue("#own_since")).isEqualTo("2024-02-29");
        page.fill("#own_time-3", "20");
        send(page);
        assertThat(page.textContent("h1")).isEqualTo("Thank you");
        Eventually.assertThat(() -> assertThat(TheStack.asPortal(institution, Service.ANALYTICS)
                        .get("/analytics/v1/progress/institution")
                        .jsonPath()
                        .getLong("instruments.find { it.instrument.key == 'workshop-evaluation' }.responded"))
                .isEqualTo(1));
    }

    private static void looksWell(Page page) {
        Browser.screenshot(page, "form-desktop");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.assertLegible(page);
        Browser.screenshot(page, "form-dark");
        Printed.assertWell(page, 390, 844);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("no scrolling sideways on a phone")
                .isLessThanOrEqualTo(390);
        Browser.screenshot(page, "form-phone");
        page.setViewportSize(1280, 900);
    }

    private static void answer(Page page) {
        page.locator("#research").press("Space");
        page.locator("#communication_1").press("Space");
        page.keyboard().press("ArrowRight");
        page.locator("input[name='communication_1.now'][value='6']").press("Space");
        page.locator("#own_style").press("Space");
        page.fill("#own_hours", "2.5");
        page.fill("#own_since", "2024-02-29");
        page.fill("#own_time", "60");
        page.fill("#own_time-2", "20");
        page.fill("#own_time-3", "10");
        page.selectOption("#own_needs", "Trust");
        page.selectOption("#own_needs-2", "Advice");
        page.getByLabel("Another one", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Your own words for “Another one”").fill("East");
    }

    private static void send(Page page) {
        Locator buttons = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Send my answers").setExact(true));
        buttons.last().press("Enter");
    }

    /** The institution's protocol asks the shipped instrument as adapted; it is newer than the demonstration's. */
    private String asked() {
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(OWN)
                .put("/survey/v1/adaptations/workshop-evaluation/1")
                .then()
                .statusCode(200);
        Protocols.approved(
                institution,
                "TEST-KINDS",
                "exclude",
                7,
                Map.of("key", "workshop-evaluation", "version", "1"),
                "entering-mentoring");
        return Workshops.deliver(institution, "entering-mentoring", "mentor", 2);
    }
}
