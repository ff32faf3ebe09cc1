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
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;

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

    /** Of choices of several, the codes by link. */
    Map<String, List<String>> options() {
        return options;
    }

    private static List<String> lines(byte[] ndjson) {
        return new String(ndjson, StandardCharsets.UTF_8).lines().toList();
    }
}
