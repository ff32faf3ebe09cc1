package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To whom an item applies: an expression over the answers to items asked before it. Its form is told by the properties it
 * has. It looks at answers that were kept only, so an item that does not apply itself counts as unanswered.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Condition.All.class),
    @JsonSubTypes.Type(Condition.Any.class),
    @JsonSubTypes.Type(Condition.Not.class),
    @JsonSubTypes.Type(Condition.Answered.class),
    @JsonSubTypes.Type(Condition.Equals.class),
    @JsonSubTypes.Type(Condition.In.class),
    @JsonSubTypes.Type(Condition.Between.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "To whom an item applies: `{\"item\": \"plan\", \"equals\": \"Yes\"}`,"
                + " `{\"item\": \"career\", \"in\": [\"Postdoc\"]}` (one of these is chosen),"
                + " `{\"item\": \"plan\", \"answered\": true}`, `{\"item\": \"years\", \"atLeast\": 2, \"atMost\": 5}`,"
                + " and `all`, `any`, `not` of such. Only items before it can be asked about.",
        oneOf = {
            Condition.All.class,
            Condition.Any.class,
            Condition.Not.class,
            Condition.Answered.class,
            Condition.Equals.class,
            Condition.In.class,
            Condition.Between.class
        })
public sealed interface Condition {

    /** How deep conditions may stand within each other. */
    int DEEPEST = 5;

    /** Whether it holds, given what was kept of the answers to all items before. */
    boolean holds(AcceptedAnswers kept);

    /** Tells what is wrong with it, given the items asked before, at this depth. */
    void check(Map<String, Item> before, int depth, Violations here);

    /** All of these hold. */
    @Schema(name = "AllConditions")
    record All(@NotEmpty @Size(max = 20) List<@NotNull @Valid Condition> all) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return all.stream().allMatch(condition -> condition.holds(kept));
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            checkEach(all, "all", before, depth, here);
        }
    }

    /** At least one of these holds. */
    @Schema(name = "AnyCondition")
    record Any(@NotEmpty @Size(max = 20) List<@NotNull @Valid Condition> any) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return any.stream().anyMatch(condition -> condition.holds(kept));
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            checkEach(any, "any", before, depth, here);
        }
    }

    /** This does not hold. */
    @Schema(name = "NotCondition")
    record Not(@JsonProperty("not") @NotNull @Valid Condition negated) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return !negated.holds(kept);
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            checkEach(List.of(negated), null, before, depth, here.of("not"));
        }
    }

    /** The item was answered, or was not. */
    @Schema(name = "AnsweredCondition")
    record Answered(@NotNull String item, boolean answered) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return kept.has(item) == answered;
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            if (asked(item, before, here) instanceof Instruction) {
                here.of("item").add("takes no answer");
            }
        }
    }

    /** This option was chosen. */
    @Schema(name = "EqualsCondition")
    record Equals(@NotNull String item, @JsonProperty("equals") @NotNull String code) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return chosen(item, List.of(code), kept);
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            checkCode(item, code, before, here, here.of("equals"));
        }
    }

    /** At least one of these options was chosen. */
    @Schema(name = "InCondition")
    record In(@NotNull String item, @JsonProperty("in") @NotEmpty @Size(max = 200) List<@NotNull String> codes)
            implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            return chosen(item, codes, kept);
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            for (int index = 0; index < codes.size(); index++) {
                checkCode(item, codes.get(index), before, here, here.of("in", index));
            }
        }
    }

    /** The number or rating given lies within these bounds, both included; one of them may be left out. */
    @Schema(name = "BetweenCondition")
    record Between(@NotNull String item, BigDecimal atLeast, BigDecimal atMost) implements Condition {
        @Override
        public boolean holds(AcceptedAnswers kept) {
            JsonNode number = kept.coded().get(item);
            return number != null
                    && number.isNumber()
                    && (atLeast == null || number.decimalValue().compareTo(atLeast) >= 0)
                    && (atMost == null || number.decimalValue().compareTo(atMost) <= 0);
        }

        @Override
        public void check(Map<String, Item> before, int depth, Violations here) {
            Item asked = asked(item, before, here);
            if (asked != null && !(asked instanceof Likert || asked instanceof Bipolar || asked instanceof Quantity)) {
                here.of("item").add("is not answered with a number");
            }
            if (atLeast == null && atMost == null
                    || atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
                here.add("has no bounds that a number could lie within");
            }
        }
    }

    private static void checkEach(
            List<Condition> inner, String list, Map<String, Item> before, int depth, Violations here) {
        if (depth >= DEEPEST) {
            here.add("stands within more than " + DEEPEST + " others");
            return;
        }
        for (int index = 0; index < inner.size(); index++) {
            inner.get(index).check(before, depth + 1, list == null ? here : here.of(list, index));
        }
    }

    private static Item asked(String item, Map<String, Item> before, Violations here) {
        Item asked = before.get(item);
        if (asked == null) {
            here.of("item").add("is not the key of an item asked before this one");
        }
        return asked;
    }

    private static void checkCode(String item, String code, Map<String, Item> before, Violations here, Violations at) {
        Item asked = asked(item, before, here);
        if (asked instanceof Choice || asked instanceof MultiChoice) {
            if (!asked.shape().options().contains(code)) {
                at.add("is not one of the item's option codes");
            }
        } else if (asked != null) {
            here.of("item").add("is not answered with an option");
        }
    }

    private static boolean chosen(String item, List<String> codes, AcceptedAnswers kept) {
        JsonNode answer = kept.coded().get(item);
        if (answer == null) {
            return false;
        }
        if (answer.isTextual()) {
            return codes.contains(answer.textValue());
        }
        for (JsonNode code : answer) {
            if (codes.contains(code.textValue())) {
                return true;
            }
        }
        return false;
    }
}
