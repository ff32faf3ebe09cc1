package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads exports back judges what expressions say, and does not merely know that they are there. */
class FhirRulesTest {

    private static final String GOOD = extension(
            EnableWhenExpression.URL,
            "\"valueExpression\": {\"language\": \"text/fhirpath\", \"expression\": \"%resource.item.exists()\"}");

    @Test
    void an_expression_is_known() {
        assertThatCode(() -> questionnaire(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valueString\": \"true\"",
                "\"valueExpression\": {\"language\": \"application/x-fhir-query\", \"expression\": \"Patient?active=true\"}",
                "\"valueExpression\": {\"expression\": \"true\"}",
                "\"valueExpression\": {\"language\": \"text/fhirpath\"}"
            })
    void whatever_is_no_expression_is_refused(String value) {
        assertThatThrownBy(() -> questionnaire(extension(EnableWhenExpression.URL, value)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_extension_that_nobody_defines_is_refused() {
        assertThatThrownBy(() -> questionnaire(extension("http://example.org/nobody-knows", "\"valueString\": \"x\"")))
                .isInstanceOf(AssertionError.class);
    }

    private static String extension(String url, String value) {
        return "{\"url\": \"" + url + "\", " + value + "}";
    }

    private static FhirRules questionnaire(String extensions) {
        return new FhirRules(("{\"resourceType\": \"Questionnaire\", \"url\": \"http://example.org/asked\","
                        + " \"version\": \"1\", \"name\": \"Asked\", \"status\": \"active\", \"item\": [{\"extension\": ["
                        + extensions
                        + "], \"linkId\": \"one\", \"text\": \"One?\", \"type\": \"boolean\"}]}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
