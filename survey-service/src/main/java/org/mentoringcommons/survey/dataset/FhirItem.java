package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * An item of a FHIR Questionnaire (R4), and what it was answered.
 *
 * @param linkId by which answers find it; at most 255 characters
 * @param repeats whether it may have several answers; null is no
 * @param answerOption what can be chosen
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FhirItem(
        String linkId, String text, Type type, Boolean repeats, List<Option> answerOption, List<FhirItem> item) {

    /** What an item takes; the words are FHIR's. */
    enum Type {
        @JsonProperty("group")
        GROUP,
        @JsonProperty("display")
        DISPLAY,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("decimal")
        DECIMAL,
        @JsonProperty("date")
        DATE,
        @JsonProperty("boolean")
        BOOLEAN
    }

    record Option(Coding valueCoding) {}

    /** @param display may be null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Coding(String system, String code, String display) {}

    static FhirItem of(String linkId, String text, Type type) {
        return new FhirItem(linkId, text, type, null, List.of(), List.of());
    }

    static FhirItem choice(String linkId, String text, boolean several, List<Coding> options) {
        return new FhirItem(
                linkId,
                text,
                Type.CHOICE,
                several ? Boolean.TRUE : null,
                options.stream().map(Option::new).toList(),
                List.of());
    }

    static FhirItem group(String linkId, String text, List<FhirItem> items) {
        return new FhirItem(linkId, text, Type.GROUP, null, List.of(), items);
    }

    /** An item of a QuestionnaireResponse: answers, or the items of a group. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Given(String linkId, List<Answer> answer, List<Given> item) {

        static Given of(String linkId, List<Answer> answers) {
            return new Given(linkId, answers, List.of());
        }

        static Given group(String linkId, List<Given> items) {
            return new Given(linkId, List.of(), items);
        }
    }

    /** One of them is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            Coding valueCoding, Integer valueInteger, BigDecimal valueDecimal, String valueDate, Boolean valueBoolean) {

        static Answer coded(Coding coding) {
            return new Answer(coding, null, null, null, null);
        }

        static Answer whole(Integer number) {
            return new Answer(null, number, null, null, null);
        }

        static Answer decimal(BigDecimal number) {
            return new Answer(null, null, number, null, null);
        }

        static Answer day(String day) {
            return new Answer(null, null, null, day, null);
        }

        static Answer yes(boolean yes) {
            return new Answer(null, null, null, null, yes);
        }
    }
}
