package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A version of the codes for one text item, shared by all institutions and frozen from its creation. */
@Entity
@Immutable
class Codebook {

    @EmbeddedId
    private CodebookReference reference;

    private String item;

    @Convert(converter = CodesInJson.class)
    private List<Code> codes;

    Codebook() {}

    Codebook(NewCodebook wanted) {
        reference = new CodebookReference(wanted.key(), wanted.version());
        item = wanted.item();
        codes = List.copyOf(wanted.codes());
    }

    CodebookReference reference() {
        return reference;
    }

    boolean isFor(String item) {
        return this.item.equals(item);
    }

    boolean has(String code) {
        return codes.stream().anyMatch(known -> known.code().equals(code));
    }

    /** These codes in the codebook's own order, each once. */
    List<String> ordered(Collection<String> chosen) {
        return codes.stream().map(Code::code).filter(chosen::contains).toList();
    }

    CodebookView view() {
        return new CodebookView(reference.key(), reference.version(), item, codes);
    }

    @Converter
    static class CodesInJson implements AttributeConverter<List<Code>, String> {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public String convertToDatabaseColumn(List<Code> codes) {
            try {
                return JSON.writeValueAsString(codes);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public List<Code> convertToEntityAttribute(String json) {
            try {
                return List.copyOf(JSON.readValue(json, new TypeReference<List<Code>>() {}));
            } catch (JsonProcessingException damaged) {
                throw new IllegalStateException("a stored codebook cannot be read", damaged);
            }
        }
    }
}
