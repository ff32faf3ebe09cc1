package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.mentoringcommons.survey.instrument.Bipolar;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.ItemKinds;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Ranking;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/** Reads the fields of every kind of item as the answer a portal would send; what cannot be read goes on as it was typed. */
record Reading(FormFields sent) implements ItemKinds<JsonNode> {

    private static final int LONGEST_NUMBER = 40;

    @Override
    public JsonNode thenNow(ThenNow item) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        pair.set("then", whole(item.key() + FormFields.THEN));
        pair.set("now", whole(item.key() + FormFields.NOW));
        return pair;
    }

    @Override
    public JsonNode likert(Likert item) {
        return whole(item.key());
    }

    @Override
    public JsonNode bipolar(Bipolar item) {
        return whole(item.key());
    }

    @Override
    public JsonNode choice(Choice item) {
        return withOther(item.key(), TextNode.valueOf(sent.value(item.key())));
    }

    @Override
    public JsonNode multiChoice(MultiChoice item) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        sent.values(item.key()).forEach(chosen::add);
        return withOther(item.key(), chosen);
    }

    @Override
    public JsonNode quantity(Quantity item) {
        String typed = sent.value(item.key()).strip();
        if (typed.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            // many languages write a comma
            return typed.length() > LONGEST_NUMBER
                    ? TextNode.valueOf(typed)
                    : DecimalNode.valueOf(new BigDecimal(typed.replace(',', '.')));
        } catch (NumberFormatException noNumber) {
            return TextNode.valueOf(typed);
        }
    }

    @Override
    public JsonNode day(Day item) {
        return TextNode.valueOf(sent.value(item.key()).strip());
    }

    @Override
    public JsonNode text(Text item) {
        return words(item.key());
    }

    @Override
    public JsonNode constantSum(ConstantSum item) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        item.options().forEach(part -> parts.set(part.code(), whole(FormFields.part(item.key(), part.code()))));
        return parts;
    }

    @Override
    public JsonNode ranking(Ranking item) {
        ArrayNode order = JsonNodeFactory.instance.arrayNode();
        sent.values(item.key()).stream().filter(code -> !code.isEmpty()).forEach(order::add);
        return order;
    }

    @Override
    public JsonNode instruction(Instruction item) {
        return NullNode.getInstance();
    }

    private JsonNode withOther(String key, JsonNode chosen) {
        if (!sent.has(key + FormFields.OTHER)) {
            return chosen;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("chosen", chosen);
        both.set("other", words(key + FormFields.OTHER));
        return both;
    }

    private TextNode words(String name) {
        // browsers send line ends as two characters, which would count twice
        return TextNode.valueOf(sent.value(name).replace("\r\n", "\n"));
    }

    private JsonNode whole(String name) {
        String digits = sent.value(name).strip();
        if (digits.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            return IntNode.valueOf(Integer.parseInt(digits));
        } catch (NumberFormatException tampered) {
            return TextNode.valueOf(digits);
        }
    }
}
