package org.mentoringcommons.survey.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.instrument.Condition;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.page.Wording;

/**
 * Says in words to whom an item applies. The page shows every item, since without a script none can come and go; who reads
 * this can tell what to leave out.
 *
 * @param asked the items as they are shown, by key
 */
record ConditionWords(Map<String, Item> asked, Wording w) {

    String of(Condition condition) {
        return w.sayWith("form.applies", clause(condition));
    }

    private String clause(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.all(), "applies.and");
        } else if (condition instanceof Condition.Any any) {
            return joined(any.any(), "applies.or");
        } else if (condition instanceof Condition.Not not) {
            return w.sayWith("applies.not", clause(not.negated()));
        } else if (condition instanceof Condition.Answered answered) {
            return w.sayWith(
                    answered.answered() ? "applies.answered" : "applies.unanswered", question(answered.item()));
        } else if (condition instanceof Condition.Equals equals) {
            return chosen(equals.item(), List.of(equals.code()));
        } else if (condition instanceof Condition.In in) {
            return chosen(in.item(), in.codes());
        } else if (condition instanceof Condition.Between between) {
            return between(between.item(), between.atLeast(), between.atMost());
        }
        throw new IllegalArgumentException("a condition without words");
    }

    private String joined(List<Condition> conditions, String between) {
        return conditions.stream().map(this::clause).collect(Collectors.joining(" " + w.say(between) + " "));
    }

    private String chosen(String item, List<String> codes) {
        Map<String, String> labels = asked.get(item).wording().options();
        Function<String, String> quoted = code -> w.sayWith("applies.quoted", labels.get(code));
        return w.sayWith(
                "applies.chosen",
                question(item),
                codes.stream().map(quoted).collect(Collectors.joining(" " + w.say("applies.or") + " ")));
    }

    private String between(String item, BigDecimal atLeast, BigDecimal atMost) {
        String low = atLeast == null ? "" : atLeast.toPlainString();
        String high = atMost == null ? "" : atMost.toPlainString();
        return w.sayWith(
                atLeast == null ? "applies.at-most" : atMost == null ? "applies.at-least" : "applies.between",
                question(item),
                low,
                high);
    }

    private String question(String item) {
        return asked.get(item).label();
    }
}
