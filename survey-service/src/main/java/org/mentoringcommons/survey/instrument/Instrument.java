package org.mentoringcommons.survey.instrument;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One version of an instrument, shared by all institutions and frozen from its creation. */
@Entity
@Immutable
public class Instrument {

    @EmbeddedId
    private InstrumentReference reference;

    private String title;
    private String population;
    private String validationStatus;
    private String licence;

    @Convert(converter = DefinitionInJson.class)
    private Definition definition;

    Instrument() {}

    Instrument(NewInstrument wanted) {
        reference = new InstrumentReference(wanted.key(), wanted.version());
        title = wanted.title();
        population = wanted.population();
        validationStatus = wanted.validationStatus();
        licence = wanted.licence();
        definition = wanted.definition();
    }

    public InstrumentReference reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    /** The title in one of the definition's languages. */
    public String title(String language) {
        return definition.translation(language).map(Wordings::title).orElse(title);
    }

    String population() {
        return population;
    }

    String validationStatus() {
        return validationStatus;
    }

    String licence() {
        return licence;
    }

    public Definition definition() {
        return definition;
    }

    /** What other services need to know to work with answers, also to an institution's own items. */
    public InstrumentStructure structure(List<Item> own) {
        return InstrumentStructure.of(reference, validationStatus, definition, own);
    }
}
