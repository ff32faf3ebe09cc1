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
 * @param enableWhen when it is asked; empty if always, or if {@code extension} says
 * @param enableBehavior whether all of these have to hold, or any; null if they are not several
 * @param extension when it is asked, if that takes an expression
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FhirItem(
        List<Extension> extension,
        String linkId,
        String text,
        Type type,
        List<When> enableWhen,
        String enableBehavior,
        Boolean repeats,
        List<Option> answerOption,
        List<FhirItem> item) {

    private FhirItem(
            String linkId, String text, Type type, Boolean repeats, List<Option> answerOption, List<FhirItem> item) {
        this(List.of(), linkId, text, type, List.of(), null, repeats, answerOption, item);
    }

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

    /** Something that has to hold of what was answered to another item; one of the answers is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record When(
            String question, String operator, Boolean answerBoolean, BigDecimal answerDecimal, Coding answerCoding) {

        static When exists(String question, boolean there) {
            return new When(question, "exists", there, null, null);
        }

        static When is(String question, boolean said) {
            return new When(question, "=", said, null, null);
        }

        static When is(String question, Coding chosen) {
            return new When(question, "=", null, null, new Coding(chosen.system(), chosen.code(), null));
        }

        static When compared(String question, String operator, BigDecimal number) {
            return new When(question, operator, null, number, null);
        }
    }

    record Expression(String language, String expression) {}

    record Extension(String url, Expression valueExpression) {

        /** Of Structured Data Capture: asked where this FHIRPath is true. */
        static Extension enabledWhen(String path) {
            return new Extension(
                    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
                    new Expression("text/fhirpath", path));
        }
    }

    /** Asked only if all of these hold, or any of them. */
    FhirItem when(boolean all, List<When> conditions) {
        return new FhirItem(
                extension,
                linkId,
                text,
                type,
                conditions,
                conditions.size() == 1 ? null : all ? "all" : "any",
                repeats,
                answerOption,
                item);
    }

    /** Asked only where this FHIRPath is true. */
    FhirItem when(String path) {
        return new FhirItem(
                List.of(Extension.enabledWhen(path)),
                linkId,
                text,
                type,
                enableWhen,
                enableBehavior,
                repeats,
                answerOption,
                item);
    }

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
