package org.mentoringcommons.tenancy.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A service whose links admit by themselves holds that nobody finds one by trying. */
public abstract class PublicLinksContract {

    private static final int ENOUGH = 200;
    private static final String REFUSED = "HTTP/1.1 429";

    /** Where the guesser sits: an address of this machine that no other test asks from. */
    private static final String ELSEWHERE = "127.77.7.7";

    /** The path of the page that a link with this token would lead to. */
    protected abstract String page(String token);

    @Test
    void whoever_guesses_links_is_soon_refused_by_a_page_and_nobody_else_is() throws IOException {
        assertThat(refused("text/html"))
                .startsWith(REFUSED)
                .containsIgnoringCase("Content-Type: text/html")
                .containsIgnoringCase("Retry-After: ")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .contains("<h1>");
        assertThat(refused("*/*"))
                .as("for a program")
                .startsWith(REFUSED)
                .containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(given().accept("text/html").get(page(token())).statusCode())
                .as("from another address")
                .isEqualTo(404);
    }

    /** Guesses until that is refused; a refusal takes a while, in which a guess may have come back. */
    private String refused(String accepted) throws IOException {
        String answer = "";
        for (int guess = 0; guess < ENOUGH && !answer.startsWith(REFUSED); guess++) {
            answer = guessed(accepted);
        }
        return answer;
    }

    private String guessed(String accepted) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(ELSEWHERE), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), RestAssured.port));
            String request = "GET " + page(token()) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: "
                    + accepted + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String token() {
        byte[] token = new byte[48];
        ThreadLocalRandom.current().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
