package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People sign in at their institution's own login, in a real browser; another realm stands for the campus. */
@ExtendWith({Browser.class, TheStack.class})
class CampusSignInTest {

    private static String first;
    private static String second;
    private static String client;

    @BeforeAll
    static void an_institution_has_a_portal_with_pages() {
        first = TheStack.institutions().get(3);
        second = TheStack.institutions().get(4);
        client = SignIn.clientOf(first);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENID_CONNECT", "SAML"})
    void a_person_of_the_campus_signs_in_there_and_comes_back_as_a_newcomer_of_the_institution_and_no_more(
            Campus.By by, Page page) {
        Campus campus = Campus.linked(first, by);
        String username = "grace." + campus.realm();
        String email = campus.person(username);

        SignIn signIn = SignIn.begin(page, client, "organization:" + first).name(email);
        assertThat(page.url()).contains("/realms/" + campus.realm());
        campus.signIn(page, username);

        JsonPath claims = signIn.claims();
        assertThat(claims.getMap("organization")).containsOnlyKeys(first);
        assertThat(claims.getList("organization.'" + first + "'.realm_access.roles"))
                .containsExactly("participant");
        assertThat(claims.getMap("")).doesNotContainKey("realm_access");
        Eventually.assertThat(() -> TheStack.administrator(first)
                .get("/identity/v1/institutions/" + first + "/members/" + email)
                .then()
                .statusCode(200));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENID_CONNECT", "SAML"})
    void whom_the_campus_calls_by_an_address_that_is_not_its_own_is_not_let_in(Campus.By by, Page page) {
        Campus campus = Campus.linked(second, by);
        String operator = "operator@mentoring-commons.example";
        campus.person("mallory", operator);

        SignIn.begin(page, client, "organization:" + second).name("anybody@" + second + ".example");
        campus.signIn(page, "mallory");

        page.waitForURL(url -> url.startsWith(SignIn.realm())); // asked to mend the address
        assertThat(page.locator("#email").inputValue()).isEqualTo(operator);
        page.locator("input[type=submit], button[type=submit]").first().click();
        assertNotLetIn(page, "mallory");
    }

    @Test
    void whom_a_campus_vouches_for_without_its_signature_is_not_let_in(Page page) {
        Campus campus = Campus.linked(second, Campus.By.SAML_UNSIGNED);
        String email = campus.person("eve");

        SignIn.begin(page, client, "organization:" + second).name(email);
        campus.signIn(page, "eve");

        assertThat(page.locator("#kc-error-message").innerText()).isNotBlank();
        assertNotLetIn(page, "eve");
    }

    private static void assertNotLetIn(Page page, String name) {
        assertThat(page.url())
                .startsWith(SignIn.realm())
                .doesNotContain("&code=")
                .doesNotContain("?code=");
        assertThat(TheStack.administrator(second)
                        .get("/identity/v1/institutions/" + second + "/members?limit=500")
                        .jsonPath()
                        .getList("username"))
                .noneMatch(member -> member.toString().contains(name));
    }
}
