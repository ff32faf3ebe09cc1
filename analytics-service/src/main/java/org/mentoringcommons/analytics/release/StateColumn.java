package org.mentoringcommons.analytics.release;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** States as words, as the database checks them. */
@Converter
class StateColumn implements AttributeConverter<State, String> {

    @Override
    public String convertToDatabaseColumn(State state) {
        return state.word();
    }

    @Override
    public State convertToEntityAttribute(String word) {
        return State.of(word);
    }
}
