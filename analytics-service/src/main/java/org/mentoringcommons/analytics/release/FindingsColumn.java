package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Findings as JSON. */
@Converter
class FindingsColumn implements AttributeConverter<List<Finding>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Finding>> ALL = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Finding> findings) {
        try {
            return findings == null ? null : JSON.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<Finding> convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, ALL);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored findings cannot be read", unreadable);
        }
    }
}
