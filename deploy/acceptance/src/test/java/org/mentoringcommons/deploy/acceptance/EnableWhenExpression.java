package org.mentoringcommons.deploy.acceptance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.UriType;

/**
 * The one extension that exported questionnaires use, as Structured Data Capture 3.0 defines it: at most one an item, an
 * Expression and nothing else, in a language that is no query. HAPI comes without that guide, and knows of an extension only
 * what it is told.
 */
final class EnableWhenExpression {

    static final String URL = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

    private EnableWhenExpression() {}

    static IValidationSupport support(FhirContext r4) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(r4);
        support.addStructureDefinition(definition());
        return support;
    }

    private static StructureDefinition definition() {
        StructureDefinition definition = new StructureDefinition();
        definition
                .setUrl(URL)
                .setVersion("3.0.0")
                .setName("EnableWhenExpression")
                .setStatus(Enumerations.PublicationStatus.ACTIVE)
                .setFhirVersion(Enumerations.FHIRVersion._4_0_1)
                .setKind(StructureDefinition.StructureDefinitionKind.COMPLEXTYPE)
                .setAbstract(false)
                .setType("Extension")
                .setBaseDefinition("http://hl7.org/fhir/StructureDefinition/Extension")
                .setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT)
                .setId("sdc-questionnaire-enableWhenExpression");
        definition
                .addContext()
                .setType(StructureDefinition.ExtensionContextType.ELEMENT)
                .setExpression("Questionnaire.item");
        element(definition, "Extension").setMin(0).setMax("1");
        element(definition, "Extension.extension").setMax("0");
        element(definition, "Extension.url").setFixed(new UriType(URL));
        ElementDefinition value =
                element(definition, "Extension.value[x]").setMin(1).setMax("1");
        value.addType().setCode("Expression");
        value.addConstraint()
                .setKey("sdc-inv1")
                .setSeverity(ElementDefinition.ConstraintSeverity.ERROR)
                .setHuman("Whether a question is asked is worked out from answers, and nothing is fetched for it.")
                .setExpression("language != 'application/x-fhir-query'");
        return definition;
    }

    private static ElementDefinition element(StructureDefinition definition, String path) {
        ElementDefinition element = definition.getDifferential().addElement().setPath(path);
        element.setId(path);
        return element;
    }
}
