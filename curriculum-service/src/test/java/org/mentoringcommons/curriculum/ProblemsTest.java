package org.mentoringcommons.curriculum;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ProblemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"x\"",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"colour\":1}",
                "{\"mode\":\"by_mail\"}",
                "{\"sessions\":[{\"startsAt\":\"yesterday\",\"minutes\":5}]}",
                "{\"sessions\":[{\"minutes\":\"many\"}]}",
                "{\"sessions\":5}",
                "{\"name\":\"a\\u0000b\",\"curriculum\":\"a\\u0000b\",\"version\":\"1\",\"mode\":\"online\",\"audience\":\"mentee\",\"sessions\":[{\"startsAt\":\"2026-01-01T00:00:00Z\",\"minutes\":5}]}",
                "{\"name\":\"ab\",\"curriculum\":\"a\\u0000b\",\"version\":\"1\",\"mode\":\"online\",\"audience\":\"mentee\",\"sessions\":[{\"startsAt\":\"2026-01-01T00:00:00Z\",\"minutes\":5}]}",
                "{\"name\":\"ab\",\"curriculum\":\"a\\ud800b\",\"version\":\"1\",\"mode\":\"online\",\"audience\":\"mentee\",\"sessions\":[{\"startsAt\":\"2026-01-01T00:00:00Z\",\"minutes\":5}]}",
            })
    void look(String body) {
        String token = Token.member(Token.LAKESIDE, Roles.FACILITATOR);
        var a = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/curriculum/v1/workshops");
        System.out.println("LOOK " + body + "\n  -> " + a.statusCode() + " " + a.contentType() + " " + a.asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/curriculum/v1/nothing",
                "/curriculum/v1/workshops/x",
                "/curriculum/v1/workshops?limit=0",
                "/curriculum/v1/workshops?limit=x",
                "/curriculum/v1/workshops?after=x",
                "/curriculum/v1/curricula?after=%00",
                "/curriculum/v1/curricula/a%00b"
            })
    void lookGet(String path) {
        String token = Token.member(Token.LAKESIDE, Roles.FACILITATOR);
        var a = given().urlEncodingEnabled(false).auth().oauth2(token).get(path);
        System.out.println("LOOK " + path + "\n  -> " + a.statusCode() + " " + a.contentType() + " " + a.asString());
        a = given().auth().oauth2(token).delete("/curriculum/v1/workshops");
        System.out.println("LOOK delete\n  -> " + a.statusCode() + " " + a.contentType() + " " + a.asString());
        a = given().auth().oauth2(token).contentType("text/plain").body("x").post("/curriculum/v1/workshops");
        System.out.println("LOOK text\n  -> " + a.statusCode() + " " + a.contentType() + " " + a.asString());
    }
}
