package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.mentoringcommons.tenancy.contract.Token;

/** The other forms of a report: page, CSV, and every figure in both of its forms. */
record Forms(String study, String reader) {

    private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "∞", "null");

    /** Each is served, holds nothing that is no number, and each SVG is well-formed XML. */
    void areSound() {
        String report = "/analytics/v1/studies/" + study + "/report";
        assertThat(get(report, "text/html")).contains("<main ").doesNotContain(NO_NUMBERS);
        assertThat(get(report, "text/csv")).startsWith("section,").doesNotContain(NO_NUMBERS);
        List<String> names = given().auth()
                .oauth2(Token.of(reader).sign())
                .get(report + "/figures")
                .jsonPath()
                .getList("name");
        assertThat(names).contains("workshop-size", "modules", "people");
        for (String name : names) {
            String svg = get(report + "/figures/" + name, "image/svg+xml");
            assertThat(svg).as(name).doesNotContain(NO_NUMBERS);
            assertWellFormed(name, svg);
            assertThat(get(report + "/figures/" + name, "application/vnd.vegalite.v5+json"))
                    .as(name)
                    .startsWith("{")
                    .doesNotContain("NaN", "Infinity");
        }
    }

    private String get(String address, String form) {
        return given().auth()
                .oauth2(Token.of(reader).sign())
                .accept(form)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void assertWellFormed(String name, String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception malformed) {
            throw new AssertionError(name + " is not well-formed", malformed);
        }
    }
}
