package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form as a browser uses it. */
final class FormPages {

    private FormPages() {}

    static Response open(String page) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(page);
    }

    static Response send(String page, Map<String, Object> fields) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(page);
    }

    static Map<String, Object> goodFields(Response page) {
        Matcher receipt = Pattern.compile("name=\"receipt\" value=\"([^\"]*)\"").matcher(page.asString());
        assertThat(receipt.find()).isTrue();
        Map<String, Object> fields = new HashMap<>();
        fields.put("receipt", receipt.group(1));
        fields.put("consentVersion", "1");
        fields.put("research", "no");
        fields.put("communication_1.then", "2");
        fields.put("communication_1.now", "6");
        fields.put("communication_2.then", "");
        fields.put("communication_2.now", "");
        fields.put("valuable", "5");
        fields.put("career", "Assistant Professor");
        fields.put("race", List.of("Asian", "Other"));
        fields.put("planned_changes", "One\r\ntwo <b>& three</b>");
        return fields;
    }
}
