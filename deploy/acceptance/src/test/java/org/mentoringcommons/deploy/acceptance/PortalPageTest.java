package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A page of an institution's own, made with the generated clients and nothing else, does what portals are for. */
@ExtendWith({TheStack.class, Browser.class})
class PortalPageTest {

    private static final int PEOPLE = 2;

    private final String institution = TheStack.institutions().get(12);

    @BeforeAll
    static void compiled() {
        TypeScript.assumeCompilable();
        assertThat(TypeScript.compile())
                .as("what the compiler says in strict mode")
                .isEmpty();
    }

    @Test
    void somebody_signs_in_schedules_a_workshop_and_sees_people_answer(Page page) {
        try (Portal portal = new Portal()) {
            registered(portal, portal.address());
            signIn(page, portal);

            page.locator("#name").fill("Of the portal's page");
            page.locator("#curriculum").selectOption("entering-mentoring 1.0.0");
            page.locator("#audience").selectOption("mentor");
            page.locator("#start").fill(yesterday());
            page.locator("#plan button").click();
            String workshop = page.locator("#workshops li").getAttribute("data-workshop");
            PlaywrightAssertions.assertThat(page.locator("#workshops li")).containsText("no survey yet");
            Browser.assertAccessible(page);

            Workshops.deliverPlanned(institution, workshop, PEOPLE);
            PlaywrightAssertions.assertThat(page.locator("#workshops li"))
                    .containsText("0 of 2 answered (open)", patiently());
            List<String> tokens = Workshops.tokens(institution, workshop, PEOPLE);
            for (int answered = 1; answered <= PEOPLE; answered++) {
                Answer.to(tokens.get(answered - 1)).improved().send().then().statusCode(201);
                PlaywrightAssertions.assertThat(page.locator("#workshops li"))
                        .containsText(answered + " of 2 answered", patiently());
            }
            Browser.assertAccessible(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.assertLegible(page);
            Browser.screenshot(page, "portal");
        }
    }

    @Test
    void what_the_service_refuses_is_told_in_its_words(Page page) {
        try (Portal portal = new Portal()) {
            registered(portal, portal.address());
            signIn(page, portal);

            page.locator("#name").fill("Too long");
            page.locator("#start").fill("1026-01-01T10:00");
            page.locator("#plan form").evaluate("form => { form.noValidate = true; }");
            page.locator("#minutes").fill("9999");
            page.locator("#plan button").click();

            PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("minutes");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void a_page_that_came_by_somebodys_token_is_no_page_of_the_portal(Page page) {
        try (Portal portal = new Portal();
                Portal elsewhere = new Portal()) {
            registered(portal, portal.address());
            String token = token(page, portal);
            page.navigate(elsewhere.address());

            Object read = page.evaluate(
                    """
                    async ([address, token]) => {
                      try {
                        const answer = await fetch(address, {headers: {Authorization: `Bearer ${token}`}});
                        return answer.status;
                      } catch (refused) {
                        return "nothing";
                      }
                    }""",
                    List.of(TheStack.stack().url(Service.CURRICULUM) + "/curriculum/v1/workshops", token));

            assertThat(read).isEqualTo("nothing");
        }
    }

    /** The portal's front end, which people come back to here. */
    private void registered(Portal portal, String address) {
        String portals = "/identity/v1/institutions/" + institution + "/portals";
        String id = TheStack.administrator(institution)
                .body(Map.of("name", "A page of its own", "roles", List.of("portal")))
                .post(portals)
                .then()
                .statusCode(201)
                .extract()
                .path("clientId");
        String client = TheStack.administrator(institution)
                .body(Map.of("redirectUris", List.of(address)))
                .put(portals + "/" + id + "/front-end")
                .then()
                .statusCode(200)
                .extract()
                .path("frontEnd");
        portal.tells(
                "{\"realm\": \"%s\", \"client\": \"%s\", \"institution\": \"%s\", \"curriculum\": \"%s\", \"survey\": \"%s\"}"
                        .formatted(
                                SignIn.realm(),
                                client,
                                institution,
                                TheStack.stack().url(Service.CURRICULUM),
                                TheStack.stack().url(Service.SURVEY)));
    }

    private void signIn(Page page, Portal portal) {
        page.navigate(portal.address());
        Browser.assertAccessible(page);
        page.locator("#sign-in").click();
        page.locator("#username").fill("facilitator." + institution);
        page.locator("#kc-login").click();
        page.locator("#password").fill(TheStack.running().password("facilitator." + institution));
        page.locator("#kc-login").click();
        PlaywrightAssertions.assertThat(page.locator("#plan"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(30_000));
    }

    /** As the page gets it. */
    private String token(Page page, Portal portal) {
        String[] seen = new String[1];
        page.onRequest(request -> {
            String header = request.headers().get("authorization");
            if (header != null) {
                seen[0] = header.replaceFirst("^Bearer ", "");
            }
        });
        signIn(page, portal);
        return seen[0];
    }

    private static String yesterday() {
        return LocalDateTime.now().minusDays(1).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions patiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
