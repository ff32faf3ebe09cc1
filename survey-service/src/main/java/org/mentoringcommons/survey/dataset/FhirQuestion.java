package org.mentoringcommons.survey.dataset;

import java.util.function.Function;

/**
 * How an item is asked in FHIR, and how its answers are told.
 *
 * @param given null if nothing was answered
 */
record FhirQuestion(FhirItem asked, Function<Row, FhirItem.Given> given) {}
