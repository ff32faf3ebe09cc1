package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** People sign in as they know it, in a real browser, against the shipped realm. */
@ExtendWith({Browser.class, TheStack.class})
class SignInTest {

    private static String first;
    private static String second;
    private static String client;

    @BeforeAll
    static void an_institution_has_a_portal_with_pages() {
        first = TheStack.institutions().get(3);
        second = TheStack.institutions().get(4);
        client = SignIn.clientOf(first);
    }

    @Test
    void whoever_belongs_to_two_institutions_chooses_one_and_speaks_for_it(Page page) {
        String person = member("of.two", first, "facilitator");
        member("of.two", second, "evaluator");

        SignIn signIn = SignIn.begin(page, client, "organization").name(person);
        page.getByText(nameOf(first)).click();

        String token = signIn.password(password(person)).token();
        TheStack.bearer(token, Service.CURRICULUM)
                .get("/curriculum/v1/workshops")
                .then()
                .statusCode(200);
    }

    @Test
    void the_token_says_what_the_person_may_at_the_institution_and_nothing_of_the_platform(Page page) {
        String person = member("asked.for", first, "facilitator");
        member("asked.for", second, "evaluator");

        JsonPath claims = SignIn.begin(page, client, "organization:" + first)
                .as(person, password(person))
                .claims();

        assertThat(claims.getMap("organization")).containsOnlyKeys(first);
        assertThat(claims.getList("organization.'" + first + "'.realm_access.roles"))
                .containsExactly("facilitator");
        assertThat(claims.getMap("")).doesNotContainKey("realm_access");
        assertThat(claims.getString("azp")).isEqualTo(client);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
    }

    @Test
    void a_token_for_another_institution_got_on_this_one_s_pages_is_refused_everywhere(Page page) {
        String person = member("lured", first, "facilitator");
        member("lured", second, "facilitator");

        String token = SignIn.begin(page, client, "organization:" + second)
                .as(person, password(person))
                .token();

        for (Service service : List.of(Service.CURRICULUM, Service.SURVEY)) {
            String path = service == Service.CURRICULUM ? "/curriculum/v1/workshops" : "/survey/v1/waves";
            TheStack.bearer(token, service).get(path).then().statusCode(403);
        }
    }

    @Test
    void no_code_is_given_without_proof_nor_to_another_address(Page page) {
        SignIn signIn = SignIn.begin(page, client, "");

        page.navigate(signIn.address(Map.of("code_challenge", "", "code_challenge_method", "")));
        assertThat(page.url()).startsWith(SignIn.BACK).contains("error=invalid_request");
        page.navigate(signIn.address(Map.of("redirect_uri", SignIn.BACK + "/elsewhere")));
        assertThat(page.url()).startsWith(SignIn.realm());
        assertThat(page.locator("#username").count()).isZero();
    }

    @Test
    void whoever_sets_up_a_second_factor_is_asked_for_it_from_then_on(Page page) throws Exception {
        String person = member("careful", first, "facilitator");
        SignIn setUp = SignIn.begin(page, client, "");
        page.navigate(setUp.address(Map.of("scope", "openid", "kc_action", "CONFIGURE_TOTP")));
        setUp.as(person, password(person));
        page.locator("#mode-manual").click();
        String secret = page.locator("#kc-totp-secret-key").innerText().replace(" ", "");
        page.locator("#totp").fill(code(secret, Instant.now()));
        page.locator("#userLabel").fill("phone");
        page.locator("#saveTOTPBtn").click();
        setUp.token();
        page.context().clearCookies();

        SignIn again = SignIn.begin(page, client, "organization:" + first).as(person, password(person));

        assertThat(page.locator("#otp").count()).isEqualTo(1);
        // each code is good once: the next one is, already now
        page.locator("#otp").fill(code(secret, Instant.now().plusSeconds(30)));
        page.locator("#kc-login").click();
        assertThat(again.claims().getMap("organization")).containsOnlyKeys(first);
    }

    @Test
    void whoever_is_invited_says_yes_on_a_page_that_everybody_can_use_and_then_signs_in(Page page) {
        String email = "invited@" + first + ".example";
        made(TheStack.administrator(first)
                .body(Map.of("email", email, "firstName", "Ada", "roles", List.of("facilitator")))
                .post("/identity/v1/institutions/" + first + "/invitations"));

        page.navigate(Mails.lastLink(TheStack.stack().settings().mails(), email));
        Browser.assertAccessible(page);
        Browser.screenshot(page, "invitation");
        page.getByLabel("Last name").fill("Byron");
        page.getByLabel("Choose a password").fill("short");
        page.getByLabel("The same password again").fill("short");
        page.locator("button").click();
        assertThat(page.locator("#password").getAttribute("aria-invalid")).isEqualTo("true");
        Browser.assertAccessible(page);
        page.getByLabel("Choose a password").fill("nine-blue-kettles-5");
        page.getByLabel("The same password again").fill("nine-blue-kettles-5");
        page.locator("button").click();

        assertThat(page.locator("h1").innerText()).startsWith("Welcome to");
        Browser.assertAccessible(page);
        JsonPath claims = SignIn.begin(page, client, "organization:" + first)
                .as(email, "nine-blue-kettles-5")
                .claims();
        assertThat(claims.getList("organization.'" + first + "'.realm_access.roles"))
                .containsExactly("facilitator");
    }

    private static String member(String name, String institution, String role) {
        String username = name + "." + first;
        Map<String, Object> person = new HashMap<>(Map.of(
                "username",
                username,
                "email",
                username + "@people.example",
                "firstName",
                "Test",
                "lastName",
                "Person",
                "password",
                password(username)));
        person.put("roles", List.of(role));
        made(TheStack.asOperator(Service.IDENTITY)
                .contentType("application/json")
                .body(person)
                .post("/identity/v1/institutions/" + institution + "/members"));
        return username;
    }

    private static String password(String username) {
        return TheStack.running().password(username);
    }

    private static String nameOf(String institution) {
        return TheStack.asOperator(Service.IDENTITY)
                .get("/identity/v1/institutions/" + institution)
                .path("name");
    }

    private static JsonPath made(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    /** RFC 6238 with SHA-1, 30 seconds and six digits, as phones do it. */
    private static String code(String base32, Instant now) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(decoded(base32), "HmacSHA1"));
        byte[] hash = mac.doFinal(
                ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] decoded(String base32) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
