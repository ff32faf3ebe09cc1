package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A portal's page in the browser: it sends somebody to sign in and gets them back with a code. */
final class SignIn {

    /** Where the portal's page is. */
    static final String BACK = "http://localhost:" + listening() + "/signed-in";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Page page;
    private final String client;
    private final String verifier = random();

    private SignIn(Page page, String client) {
        this.page = page;
        this.client = client;
    }

    /** A portal of an institution with pages on which people sign in: the client of these. */
    static String clientOf(String institution) {
        String portals = "/identity/v1/institutions/" + institution + "/portals";
        String portal = TheStack.administrator(institution)
                .body(Map.of("name", "Pages", "roles", List.of("portal")))
                .post(portals)
                .then()
                .statusCode(201)
                .extract()
                .path("clientId");
        return TheStack.administrator(institution)
                .body(Map.of("redirectUris", List.of(BACK)))
                .put(portals + "/" + portal + "/front-end")
                .then()
                .statusCode(200)
                .extract()
                .path("frontEnd");
    }

    /** Sends the browser to sign in at a portal's page, asking for these scopes besides openid. */
    static SignIn begin(Page page, String client, String scopes) {
        SignIn signIn = new SignIn(page, client);
        page.navigate(signIn.address(Map.of("scope", "openid " + scopes)));
        return signIn;
    }

    /** The address to send people to, with some parameters in the place of the usual ones. */
    String address(Map<String, String> others) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "client_id",
                client,
                "response_type",
                "code",
                "redirect_uri",
                BACK,
                "state",
                "of-the-page",
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        parameters.putAll(others);
        return realm() + "/protocol/openid-connect/auth?"
                + parameters.entrySet().stream()
                        .filter(parameter -> !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    static SignIn of(Page page, String client) {
        return new SignIn(page, client);
    }

    SignIn as(String username, String password) {
        return name(username).password(password);
    }

    SignIn password(String password) {
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        return this;
    }

    /** Says only who: the next page depends on it. */
    SignIn name(String username) {
        page.locator("#username").fill(username);
        page.locator("#kc-login").click();
        return this;
    }

    /** What the token says, once the browser is back. */
    JsonPath claims() {
        String payload = token().split("\\.")[1];
        return new JsonPath(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    /** What the browser brings back. */
    String code() {
        page.waitForURL(BACK + "*");
        Map<String, String> came = query(URI.create(page.url()));
        assertThat(came).as(page.url()).containsKey("code");
        return came.get("code");
    }

    /** The access token that the page gets for the code. */
    String token() {
        String code = code();
        assertThat(query(URI.create(page.url()))).containsEntry("state", "of-the-page");
        return given().formParams(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "code",
                        code,
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        verifier))
                .post(realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static String realm() {
        return TheStack.running().keycloak() + "/realms/mentoring-commons";
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** The portal's web server, as long as the tests run. */
    private static int listening() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] page = "signed in".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
