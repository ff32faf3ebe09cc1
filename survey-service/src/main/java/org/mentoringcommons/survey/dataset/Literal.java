package org.mentoringcommons.survey.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mentoringcommons.survey.instrument.Condition;
import org.mentoringcommons.survey.instrument.Item;

/**
 * A condition without its "not": for formats that have none, or another one. What is denied is that a thing holds, so it is
 * also true of who was not asked.
 */
sealed interface Literal {

    record All(List<Literal> all) implements Literal {}

    record Any(List<Literal> any) implements Literal {}

    record Answered(Item item, boolean answered) implements Literal {}

    /** One of these options was chosen, or none of them. */
    record Chosen(Item item, List<String> codes, boolean chosen) implements Literal {}

    /** A number or rating lies within these bounds, or does not, or there is none. */
    record Within(Item item, Condition.Between bounds, boolean within) implements Literal {}

    /** @param asked the items asked before, by their keys */
    static Literal of(Condition condition, Map<String, Item> asked) {
        return of(condition, asked, true);
    }

    private static Literal of(Condition condition, Map<String, Item> asked, boolean holds) {
        if (condition instanceof Condition.All all) {
            return several(all.all(), asked, holds, holds ? All::new : Any::new);
        }
        if (condition instanceof Condition.Any any) {
            return several(any.any(), asked, holds, holds ? Any::new : All::new);
        }
        if (condition instanceof Condition.Not not) {
            return of(not.negated(), asked, !holds);
        }
        if (condition instanceof Condition.Answered answered) {
            return new Answered(asked.get(answered.item()), answered.answered() == holds);
        }
        if (condition instanceof Condition.Equals equal) {
            return new Chosen(asked.get(equal.item()), List.of(equal.code()), holds);
        }
        if (condition instanceof Condition.In in) {
            return new Chosen(asked.get(in.item()), in.codes(), holds);
        }
        Condition.Between between = (Condition.Between) condition;
        return new Within(asked.get(between.item()), between, holds);
    }

    private static Literal several(
            List<Condition> conditions,
            Map<String, Item> asked,
            boolean holds,
            Function<List<Literal>, Literal> joining) {
        List<Literal> literals = new ArrayList<>();
        conditions.forEach(condition -> literals.add(of(condition, asked, holds)));
        return literals.size() == 1 ? literals.get(0) : joining.apply(literals);
    }
}
