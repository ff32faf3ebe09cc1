package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;

/** FHIR R4 as HAPI knows it: resources by their definitions, and responses by the questionnaires they refer to. */
final class FhirRules {

    private static final FhirContext R4 = FhirContext.forR4();
    /** The one thing that is: resources for programs need no text for people. */
    private static final String NO_NARRATIVE = "Constraint failed: dom-6";

    private final Map<String, Questionnaire> questionnaires = new HashMap<>();
    private final FhirValidator validator = R4.newValidator();
    private final Map<String, List<String>> options = new HashMap<>();

    FhirRules(byte[] ndjson) {
        validator.registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                EnableWhenExpression.support(R4),
                new SnapshotGeneratingValidationSupport(R4),
                new Known(questionnaires))));
        lines(ndjson).forEach(line -> {
            Questionnaire questionnaire = R4.newJsonParser().parseResource(Questionnaire.class, line);
            questionnaires.put(questionnaire.getUrl() + "|" + questionnaire.getVersion(), questionnaire);
            collect(questionnaire.getItem());
        });
        check(ndjson);
    }

    /** Finds questionnaires by what a response says: the address and the version. */
    private record Known(Map<String, Questionnaire> questionnaires) implements IValidationSupport {

        @Override
        public FhirContext getFhirContext() {
            return R4;
        }

        @Override
        public <T extends IBaseResource> T fetchResource(Class<T> type, String canonical) {
            return type.isAssignableFrom(Questionnaire.class) ? type.cast(questionnaires.get(canonical)) : null;
        }
    }

    private void collect(List<Questionnaire.QuestionnaireItemComponent> items) {
        items.forEach(item -> {
            if (item.getRepeats()) {
                options.put(
                        item.getLinkId(),
                        item.getAnswerOption().stream()
                                .map(option -> option.getValueCoding().getCode())
                                .toList());
            }
            collect(item.getItem());
        });
    }

    /** Nothing is to be said of these lines; a questionnaire that is not found is. */
    void check(byte[] ndjson) {
        lines(ndjson)
                .forEach(line -> assertThat(validator.validateWithResult(line).getMessages())
                        .extracting(SingleValidationMessage::getMessage)
                        .filteredOn(message -> !message.startsWith(NO_NARRATIVE))
                        .as(line)
                        .isEmpty());
    }

    /** Whether an expression of Structured Data Capture, or else {@code enableWhen}, enables a question of the first questionnaire. */
    boolean isEnabled(String link, String line) {
        QuestionnaireResponse response = R4.newJsonParser().parseResource(QuestionnaireResponse.class, line);
        Questionnaire.QuestionnaireItemComponent item = questionnaires.values().iterator().next().getItem().stream()
                .filter(asked -> asked.getLinkId().equals(link))
                .findFirst()
                .orElseThrow();
        if (item.hasExtension(EnableWhenExpression.URL)) {
            Expression expression = (Expression)
                    item.getExtensionByUrl(EnableWhenExpression.URL).getValue();
            return R4.newFhirPath()
                    .evaluateFirst(response, expression.getExpression(), BooleanType.class)
                    .orElseThrow()
                    .booleanValue();
        }
        List<Boolean> hold = item.getEnableWhen().stream()
                .map(when -> holds(when, answers(when.getQuestion(), response.getItem())))
                .toList();
        return item.getEnableBehavior() == Questionnaire.EnableWhenBehavior.ANY
                ? hold.contains(true)
                : !hold.contains(false);
    }

    private static List<Type> answers(
            String link, List<QuestionnaireResponse.QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        item.getLinkId().equals(link)
                                ? item.getAnswer().stream()
                                        .map(QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent::getValue)
                                : Stream.empty(),
                        answers(link, item.getItem()).stream()))
                .toList();
    }

    private static boolean holds(Questionnaire.QuestionnaireItemEnableWhenComponent when, List<Type> answers) {
        return switch (when.getOperator()) {
            case EXISTS -> when.getAnswerBooleanType().booleanValue() != answers.isEmpty();
            case EQUAL -> answers.stream().anyMatch(answer -> isSame(answer, when.getAnswer()));
            case GREATER_OR_EQUAL -> answers.stream().anyMatch(answer -> compared(answer, when) >= 0);
            case LESS_OR_EQUAL -> answers.stream().anyMatch(answer -> compared(answer, when) <= 0);
            default -> throw new AssertionError(when.getOperator());
        };
    }

    private static boolean isSame(Type answer, Type wanted) {
        return answer instanceof Coding given && wanted instanceof Coding code
                ? given.getSystem().equals(code.getSystem()) && given.getCode().equals(code.getCode())
                : answer.equalsDeep(wanted);
    }

    private static int compared(Type answer, Questionnaire.QuestionnaireItemEnableWhenComponent when) {
        return ((DecimalType) answer)
                .getValue()
                .compareTo(when.getAnswerDecimalType().getValue());
    }

    /** Of choices of several, the codes by link. */
    Map<String, List<String>> options() {
        return options;
    }

    private static List<String> lines(byte[] ndjson) {
        return new String(ndjson, StandardCharsets.UTF_8).lines().toList();
    }
}
