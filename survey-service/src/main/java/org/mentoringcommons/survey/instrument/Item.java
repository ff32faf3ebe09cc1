package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question. Its kind decides what an answer looks like; it judges answers itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThenNow.class, name = ThenNow.KIND),
    @JsonSubTypes.Type(value = Likert.class, name = Likert.KIND),
    @JsonSubTypes.Type(value = Choice.class, name = Choice.KIND),
    @JsonSubTypes.Type(value = MultiChoice.class, name = MultiChoice.KIND),
    @JsonSubTypes.Type(value = Text.class, name = Text.KIND)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One question; `kind` decides the other properties and the form of its answers",
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = ThenNow.KIND, schema = ThenNow.class),
            @DiscriminatorMapping(value = Likert.KIND, schema = Likert.class),
            @DiscriminatorMapping(value = Choice.KIND, schema = Choice.class),
            @DiscriminatorMapping(value = MultiChoice.KIND, schema = MultiChoice.class),
            @DiscriminatorMapping(value = Text.KIND, schema = Text.class)
        },
        oneOf = {ThenNow.class, Likert.class, Choice.class, MultiChoice.class, Text.class})
public sealed interface Item permits ThenNow, Likert, Choice, MultiChoice, Text {

    /** What answers are keyed by. */
    String key();

    /** The question as it is read. */
    String label();

    /** The heading it stands under, or null. */
    String section();

    /** Whether a final answer must contain it; otherwise it may be left out. */
    boolean required();

    /** What other services need to know of it. */
    ItemShape shape();

    /**
     * Judges one answer.
     *
     * @param given the answer as sent; never absent, but possibly an empty form such as {@code ""} or {@code []}
     * @param violations where what is wrong is told
     * @return the answer as it is to be kept; empty if it is as good as missing, or wrong
     */
    Optional<JsonNode> accept(JsonNode given, Violations violations);
}
