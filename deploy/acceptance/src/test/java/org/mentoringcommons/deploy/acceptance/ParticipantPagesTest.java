package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** The way of a participant through the pages: answer, keep the record, decline, withdraw; each without a fault. */
@ExtendWith({TheStack.class, Browser.class})
class ParticipantPagesTest {

    @Test
    void every_page_from_the_form_to_the_proof_of_withdrawal_is_accessible(Page page) {
        String institution = TheStack.institutions().get(9);
        String survey = TheStack.stack().url(Service.SURVEY).toString();
        List<String> tokens =
                Workshops.tokens(institution, Workshops.deliver(institution, "entering-mentoring", "mentor", 2), 2);

        page.navigate(survey + "/s/" + tokens.get(0));
        Browser.assertAccessible(page);
        press(page, "I do not want to take part");
        assertThat(page.textContent("h1")).isEqualTo("You are not taking part");
        Browser.assertAccessible(page);

        page.navigate(survey + "/s/" + tokens.get(0));
        Browser.assertAccessible(page);
        press(page, "Send my answers");
        Browser.assertAccessible(page); // what is missing is marked
        page.getByRole(AriaRole.GROUP)
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHasText("May researchers also use my answers"))
                .getByLabel("Yes")
                .check();
        press(page, "Send my answers");
        assertThat(page.textContent("h1")).isEqualTo("Thank you");
        Browser.assertAccessible(page);
        Browser.screenshot(page, "participant-thanks");
        String receipt = page.textContent(".receipt");
        String withdrawal = page.locator("a[href*='/w/']").getAttribute("href");

        page.locator("a[href*='/c/']").first().click();
        assertThat(page.textContent("h1")).isEqualTo("Record of consent");
        Browser.assertAccessible(page);
        Browser.screenshot(page, "participant-consent-record");

        page.navigate(withdrawal);
        Browser.assertAccessible(page);
        page.getByLabel("Your receipt").fill("0000-0000");
        press(page, "Withdraw");
        Browser.assertAccessible(page);
        page.getByLabel("Your receipt").fill(receipt.toLowerCase(java.util.Locale.ROOT));
        press(page, "Withdraw");
        assertThat(page.textContent("h1")).isEqualTo("Proof of withdrawal");
        Browser.assertAccessible(page);
        Browser.screenshot(page, "participant-proof");

        page.navigate(survey + "/s/" + tokens.get(1) + "/withdrawal");
        Browser.assertAccessible(page);
        press(page, "Delete my invitation");
        assertThat(page.textContent("h1")).isEqualTo("Your invitation is deleted");
        Browser.assertAccessible(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }
}
