package org.mentoringcommons.analytics.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.analytics.study.Study.Definition;

/** Definitions as they are stored: JSON, which later releases still read. */
@ApplicationScoped
class Definitions {

    private final ObjectMapper json;

    Definitions(ObjectMapper json) {
        this.json = json;
    }

    Definition read(String text) {
        try {
            return json.readValue(text, Definition.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition cannot be read", unreadable);
        }
    }

    String write(Definition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
