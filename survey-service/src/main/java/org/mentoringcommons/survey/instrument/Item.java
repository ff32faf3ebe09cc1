package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question. Its kind decides what an answer looks like; it judges answers itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThenNow.class, name = ThenNow.KIND),
    @JsonSubTypes.Type(value = Likert.class, name = Likert.KIND),
    @JsonSubTypes.Type(value = Bipolar.class, name = Bipolar.KIND),
    @JsonSubTypes.Type(value = Choice.class, name = Choice.KIND),
    @JsonSubTypes.Type(value = MultiChoice.class, name = MultiChoice.KIND),
    @JsonSubTypes.Type(value = Quantity.class, name = Quantity.KIND),
    @JsonSubTypes.Type(value = Day.class, name = Day.KIND),
    @JsonSubTypes.Type(value = Text.class, name = Text.KIND),
    @JsonSubTypes.Type(value = ConstantSum.class, name = ConstantSum.KIND),
    @JsonSubTypes.Type(value = Ranking.class, name = Ranking.KIND),
    @JsonSubTypes.Type(value = Instruction.class, name = Instruction.KIND)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One question; `kind` decides the other properties and the form of its answers",
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = ThenNow.KIND, schema = ThenNow.class),
            @DiscriminatorMapping(value = Likert.KIND, schema = Likert.class),
            @DiscriminatorMapping(value = Bipolar.KIND, schema = Bipolar.class),
            @DiscriminatorMapping(value = Choice.KIND, schema = Choice.class),
            @DiscriminatorMapping(value = MultiChoice.KIND, schema = MultiChoice.class),
            @DiscriminatorMapping(value = Quantity.KIND, schema = Quantity.class),
            @DiscriminatorMapping(value = Day.KIND, schema = Day.class),
            @DiscriminatorMapping(value = Text.KIND, schema = Text.class),
            @DiscriminatorMapping(value = ConstantSum.KIND, schema = ConstantSum.class),
            @DiscriminatorMapping(value = Ranking.KIND, schema = Ranking.class),
            @DiscriminatorMapping(value = Instruction.KIND, schema = Instruction.class)
        },
        oneOf = {
            ThenNow.class,
            Likert.class,
            Bipolar.class,
            Choice.class,
            MultiChoice.class,
            Quantity.class,
            Day.class,
            Text.class,
            ConstantSum.class,
            Ranking.class,
            Instruction.class
        })
public sealed interface Item
        permits ThenNow, Likert, Bipolar, Choice, MultiChoice, Quantity, Day, Text, ConstantSum, Ranking, Instruction {

    /** What answers are keyed by. */
    String key();

    /** The question as it is read. */
    String label();

    /** The heading it stands under, or null. */
    String section();

    /** To whom it applies, judged by answers to items before it; null is everybody. */
    Condition when();

    /** Whether a final answer must contain it if it applies; otherwise it may be left out. */
    boolean required();

    /** All it says. */
    ItemWording wording();

    /**
     * The same question in other words.
     *
     * @param words what they leave out stays as it is
     * @param heading the section in those words, or null
     */
    Item worded(ItemWording words, String heading);

    /** What other services need to know of it. */
    ItemShape shape();

    /** Tells what is wrong with the question in itself. */
    void check(Violations here);

    /**
     * Judges one answer and puts what is to be kept of it among the answers kept; nothing, if it is as good as missing or
     * wrong.
     *
     * @param given the answer as sent; never absent, but possibly an empty form such as {@code ""} or {@code []}
     * @param violations where what is wrong is told
     */
    void accept(JsonNode given, AcceptedAnswers kept, Violations violations);

    /** Does what is to be done for its kind. */
    <R> R match(ItemKinds<R> kinds);
}
