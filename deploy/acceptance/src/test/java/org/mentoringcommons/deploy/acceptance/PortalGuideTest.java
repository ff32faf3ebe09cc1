package org.mentoringcommons.deploy.acceptance;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What {@code docs/portal.md} tells people to type does what it says, with a real browser for the person in it. */
@ExtendWith({Browser.class, TheStack.class})
class PortalGuideTest {

    @Test
    void an_institution_gets_from_nothing_to_a_working_portal(Page page) {
        String institution = TheStack.institutions().get(5);
        String administrator = "admin." + institution;

        try (Endpoint endpoint = new Endpoint()) {
            guide(page, institution, administrator, endpoint).follow();
        }
    }

    private static Guide guide(Page page, String institution, String administrator, Endpoint endpoint) {
        return Guide.of("portal.md")
                .where("https://portal.lakeside.example/hooks", endpoint.url())
                .where(
                        "https://login.lakeside.example/idp/metadata",
                        Campus.open(institution, Campus.By.SAML).metadata())
                .where("http://localhost:8080", TheStack.running().keycloak())
                .where("http://localhost:8081", TheStack.stack().url(Service.IDENTITY))
                .where("http://localhost:8082", TheStack.stack().url(Service.CURRICULUM))
                .where("http://localhost:8083", TheStack.stack().url(Service.SURVEY))
                .where("http://localhost:8099/signed-in", SignIn.BACK)
                .where("http://localhost:8099", SignIn.BACK.replace("/signed-in", ""))
                .where(
                        "http%3A%2F%2Flocalhost%3A8099%2Fsigned-in",
                        URLEncoder.encode(SignIn.BACK, StandardCharsets.UTF_8))
                .where("lakeside", institution)
                .token("institution-admin", () -> TheStack.running().token(administrator, Optional.of(institution)))
                .program("browser", address -> codeOf(page, address, administrator))
                .program("received", type -> endpoint.awaitMessage(type).toString());
    }

    /** Somebody opens the address, signs in, and is sent back. */
    private static String codeOf(Page page, String address, String username) {
        page.navigate(address);
        return SignIn.of(page, "of-the-guide")
                .name(username)
                .password(TheStack.running().password(username))
                .code();
    }
}
