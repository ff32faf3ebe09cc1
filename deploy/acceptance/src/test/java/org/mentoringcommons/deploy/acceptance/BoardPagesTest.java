package org.mentoringcommons.deploy.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A board in a browser: written on by participants, followed and moderated by whoever runs the workshop. */
@ExtendWith({TheStack.class, Browser.class})
class BoardPagesTest {

    @Test
    void a_note_appears_on_the_facilitators_page_by_itself_and_every_page_is_accessible(Page desk) {
        JsonPath board = Boards.open(TheStack.institutions().get(10), "What do you need from your mentor?");
        desk.navigate(board.getString("deskAt"));
        Browser.assertAccessible(desk);
        Page room = desk.context().newPage();
        room.navigate(board.getString("writeAt"));
        Browser.assertAccessible(room);

        room.getByLabel("Your note").fill("Time to <think>");
        press(room, "Put it on the board");

        assertThat(room.getByRole(AriaRole.STATUS)).containsText("Your note is on the board");
        Browser.assertAccessible(room);
        assertThat(desk.locator("#notes li")).hasCount(1);
        assertThat(desk.locator("#notes .text")).hasText("Time to <think>");
        assertThat(desk.locator("#count")).hasText("1");

        desk.getByLabel("Time to <think>").check();
        desk.getByLabel("Group", new Page.GetByLabelOptions().setExact(true)).fill("Needs");
        press(desk, "Put into this group");
        assertThat(desk.locator("#notes .group")).hasText("Needs");
        desk.getByLabel("Time to <think>").check();
        press(desk, "Hide");
        assertThat(desk.locator("#notes .mark")).hasText("(hidden)");
        Browser.assertAccessible(desk);
        Browser.screenshot(desk, "board-desk");

        press(desk, "Close the board");
        assertThat(desk.locator("#state")).containsText("Closed");
        room.getByLabel("Your note").fill("Too late");
        press(room, "Put it on the board");
        assertThat(room.locator("main")).containsText("This board is closed");
        Browser.assertAccessible(room);
        Browser.screenshot(room, "board-closed");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
