package org.mentoringcommons.survey.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.survey.dataset.RedcapField.Type;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemShape;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;

/**
 * Conditions as REDCap's branching logic, which has no "not", and takes an empty value for less than any number: whether there is
 * one is always asked first.
 */
final class RedcapLogic {

    /** By what they are, as {@link Dataset#items()} joins them. */
    private final Map<ItemShape, List<RedcapField>> fields = new HashMap<>();

    /** What fields an item became; before any logic is asked for that looks at it. */
    void became(AskedItem item, RedcapField field) {
        fields.merge(
                item.item().shape(), List.of(field), (before, more) -> Stream.concat(before.stream(), more.stream())
                        .toList());
    }

    /** When an item is shown; empty always; none if the forms that ask it do not agree, since a project has one logic a field. */
    Optional<String> of(AskedItem item) {
        Set<String> ways = new HashSet<>();
        item.asking().forEach((form, own) -> ways.add(own.when() == null ? "" : said(form, own)));
        return ways.size() == 1 ? ways.stream().findFirst() : Optional.empty();
    }

    private String said(Form form, Item item) {
        Map<String, Item> asked = form.items().stream().collect(Collectors.toMap(Item::key, own -> own));
        return said(Literal.of(item.when(), asked));
    }

    private String said(Literal literal) {
        if (literal instanceof Literal.All all) {
            return joined(all.all().stream().map(this::said).toList(), " and ");
        }
        if (literal instanceof Literal.Any any) {
            return joined(any.any().stream().map(this::said).toList(), " or ");
        }
        if (literal instanceof Literal.Answered answered) {
            return answered(answered);
        }
        return literal instanceof Literal.Chosen chosen ? chosen(chosen) : within((Literal.Within) literal);
    }

    private String answered(Literal.Answered literal) {
        List<RedcapField> its = fields.get(literal.item().shape());
        RedcapField first = its.get(0);
        if (first.type() == Type.CHECKBOX) {
            return joined(
                    first.choices().keySet().stream()
                            .map(number -> ticked(first, number, literal.answered()))
                            .toList(),
                    literal.answered() ? " or " : " and ");
        }
        if (first.type() == Type.YESNO) { // whether any words were written
            return value(first) + (literal.answered() ? " = '1'" : " <> '1'");
        }
        return joined(
                its.stream()
                        .map(field -> value(field) + (literal.answered() ? " <> ''" : " = ''"))
                        .toList(),
                literal.answered() ? " or " : " and ");
    }

    private String chosen(Literal.Chosen literal) {
        RedcapField field = fields.get(literal.item().shape()).get(0);
        List<String> known = Points.codes(options(literal.item()));
        return joined(
                literal.codes().stream()
                        .map(code -> known.indexOf(code) + 1)
                        .map(number -> field.type() == Type.CHECKBOX
                                ? ticked(field, number, literal.chosen())
                                : value(field) + (literal.chosen() ? " = '" : " <> '") + number + "'")
                        .toList(),
                literal.chosen() ? " or " : " and ");
    }

    private String within(Literal.Within literal) {
        String value = value(fields.get(literal.item().shape()).get(0));
        boolean within = literal.within();
        return joined(
                Stream.of(
                                Optional.of(value + (within ? " <> ''" : " = ''")),
                                Optional.ofNullable(literal.bounds().atLeast())
                                        .map(least -> value + (within ? " >= " : " < ") + least.toPlainString()),
                                Optional.ofNullable(literal.bounds().atMost())
                                        .map(most -> value + (within ? " <= " : " > ") + most.toPlainString()))
                        .flatMap(Optional::stream)
                        .toList(),
                within ? " and " : " or ");
    }

    private static String ticked(RedcapField field, int number, boolean ticked) {
        return "[" + field.name() + "(" + number + ")]" + (ticked ? " = '1'" : " <> '1'");
    }

    private static String value(RedcapField field) {
        return "[" + field.name() + "]";
    }

    private static List<Option> options(Item item) {
        return item instanceof Choice choice ? choice.options() : ((MultiChoice) item).options();
    }

    private static String joined(Collection<String> parts, String word) {
        return parts.size() == 1 ? parts.iterator().next() : parts.stream().collect(Collectors.joining(word, "(", ")"));
    }
}
