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
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A version of the codes for one text item, shared by all institutions and frozen from its creation. */
@Entity
@Immutable
public class Codebook {

    @EmbeddedId
    private CodebookReference reference;

    private String item;

    @Convert(converter = CodesInJson.class)
    private List<Code> codes;

    private String basis;

    @Convert(converter = ChangesInJson.class)
    private List<Change> changes;

    Codebook() {}

    Codebook(NewCodebook wanted) {
        reference = new CodebookReference(wanted.key(), wanted.version());
        item = wanted.item();
        codes = List.copyOf(wanted.codes());
        basis = wanted.basis();
        changes = List.copyOf(wanted.changes());
    }

    CodebookReference reference() {
        return reference;
    }

    boolean isFor(String item) {
        return this.item.equals(item);
    }

    /** In the order in which it numbers them. */
    public List<Code> codes() {
        return codes;
    }

    /** Whether it says what became of the codes of this version. */
    boolean continues(CodebookReference before) {
        return before.equals(new CodebookReference(reference.key(), basis));
    }

    /** The change that codes of the version before went through; none if they are as they were. */
    Optional<Change> change(String code) {
        return changes.stream().filter(change -> change.from().contains(code)).findFirst();
    }

    boolean has(String code) {
        return codes.stream().anyMatch(known -> known.code().equals(code));
    }

    /** These codes in the codebook's own order, each once. */
    List<String> ordered(Collection<String> chosen) {
        return codes.stream().map(Code::code).filter(chosen::contains).toList();
    }

    CodebookView view() {
        return new CodebookView(reference.key(), reference.version(), item, codes, basis, changes);
    }

    @Converter
    static class CodesInJson extends ListInJson<Code> {
        CodesInJson() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class ChangesInJson extends ListInJson<Change> {
        ChangesInJson() {
            super(new TypeReference<>() {});
        }
    }

    abstract static class ListInJson<T> implements AttributeConverter<List<T>, String> {

        private static final JsonMapper JSON = new JsonMapper();

        private final TypeReference<List<T>> type;

        ListInJson(TypeReference<List<T>> type) {
            this.type = type;
        }

        @Override
        public String convertToDatabaseColumn(List<T> members) {
            try {
                return JSON.writeValueAsString(members);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public List<T> convertToEntityAttribute(String json) {
            try {
                return List.copyOf(JSON.readValue(json, type));
            } catch (JsonProcessingException damaged) {
                throw new IllegalStateException("a stored codebook cannot be read", damaged);
            }
        }
    }
}
