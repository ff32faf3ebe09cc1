package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Something to read between the questions; it takes no answer and no other service is told of it. */
@Schema(
        description = "Something to read between the questions; it takes no answer",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Instruction.KIND))
public record Instruction(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.INSTRUCTION) String label,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when)
        implements Item {

    public static final String KIND = "instruction";

    @Override
    @JsonIgnore
    public boolean required() {
        return false;
    }

    @Override
    public ItemWording wording() {
        return ItemWording.of(label);
    }

    @Override
    public Instruction worded(ItemWording words, String heading) {
        return new Instruction(key, words.labelOr(label), heading, when);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.plain(key, KIND);
    }

    @Override
    public void check(Violations here) {}

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        violations.add("takes no answer");
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.instruction(this);
    }
}
