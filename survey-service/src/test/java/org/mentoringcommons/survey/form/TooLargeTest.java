package org.mentoringcommons.survey.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Answers of ten megabytes. */
@QuarkusTest
class TooLargeTest {

    private static final int TEN_MEGABYTES = 10 << 20;

    @Inject
    World world;

    @Test
    void people_who_send_too_much_are_told_on_a_page_and_nothing_is_kept() throws IOException {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        String answer = sent(asked, "POST /s/" + asked.token(), "text/html", "es", TEN_MEGABYTES);

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: text/html")
                .containsIgnoringCase("referrer-policy: no-referrer")
                .contains("<h1>Es más de lo que cabe</h1>");
    }

    @Test
    void a_program_that_sends_too_much_gets_a_problem_that_says_how_much_is_taken() throws IOException {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        String answer = sent(
                asked, "PUT /survey/v1/forms/" + asked.token() + "/draft", "application/json", "en", TEN_MEGABYTES);

        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("content-type: application/problem+json");
        assertThat(Database.json(answer.substring(answer.indexOf("\r\n\r\n"))).toString())
                .isEqualTo("{\"type\":\"urn:mentoring-commons:problem:too-large\",\"status\":413,"
                        + "\"title\":\"More was sent than is taken\",\"detail\":\"At most 2097152 bytes are taken.\"}");
    }

    @Test
    void whoever_announces_too_much_need_not_send_it() throws IOException {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write(head("POST /s/" + asked.token(), "*/*", "en", 200L << 20)
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    private static String head(String request, String accepted, String language, Object length) {
        return request + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accepted + "\r\nAccept-Language: " + language
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** Sends all of it, as browsers do, and reads the answer only then. */
    private static String sent(World.Asked asked, String request, String accepted, String language, int length)
            throws IOException {
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write(head(request, accepted, language, length).getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(new byte[length]);
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                    .isZero();
            assertThat(Database.count("draft where wave = ?::uuid", asked.wave()))
                    .isZero();
            Api.anybody().get("/forms/" + asked.token()).then().statusCode(200);
            return answer;
        }
    }
}
