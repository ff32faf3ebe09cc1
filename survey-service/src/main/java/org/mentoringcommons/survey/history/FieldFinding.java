package org.mentoringcommons.survey.history;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mentoringcommons.survey.instrument.Bipolar;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemKinds;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Ranking;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/**
 * Finds the fields of items by their names, as our own export to REDCap names them: the item's key; of a pair {@code _pre}
 * and {@code _post}; of a checkbox {@code ___code}. Choices are options with the same label or code.
 */
final class FieldFinding implements ItemKinds<Optional<MappedItem>> {

    private final RedcapDictionary dictionary;

    FieldFinding(RedcapDictionary dictionary) {
        this.dictionary = dictionary;
    }

    @Override
    public Optional<MappedItem> thenNow(ThenNow item) {
        String then = oneOf(item, "_pre", "_then").orElse(null);
        String now = oneOf(item, "_post", "_now").orElse(null);
        return then == null && now == null
                ? Optional.empty()
                : Optional.of(new MappedItem(item.key(), null, then, now, null, null, null, null, null));
    }

    private Optional<String> oneOf(Item item, String... suffixes) {
        return List.of(suffixes).stream()
                .map(suffix -> name(item.key()) + suffix)
                .filter(name -> dictionary.field(name).isPresent())
                .findFirst();
    }

    @Override
    public Optional<MappedItem> likert(Likert item) {
        return plain(item);
    }

    @Override
    public Optional<MappedItem> bipolar(Bipolar item) {
        return plain(item);
    }

    @Override
    public Optional<MappedItem> quantity(Quantity item) {
        return plain(item);
    }

    @Override
    public Optional<MappedItem> day(Day item) {
        return plain(item);
    }

    @Override
    public Optional<MappedItem> text(Text item) {
        return plain(item);
    }

    private Optional<MappedItem> plain(Item item) {
        return field(item).map(field -> one(item, field.name(), Map.of()));
    }

    @Override
    public Optional<MappedItem> choice(Choice item) {
        return field(item).map(field -> {
            Map<String, String> options = new HashMap<>();
            field.choices().forEach((code, label) -> option(item.options(), code, label)
                    .ifPresent(option -> options.put(code, option)));
            return one(item, field.name(), options);
        });
    }

    @Override
    public Optional<MappedItem> multiChoice(MultiChoice item) {
        return field(item).filter(RedcapDictionary.Field::isCheckbox).flatMap(field -> {
            Map<String, String> columns = new HashMap<>();
            field.choices().forEach((code, label) -> option(item.options(), code, label)
                    .ifPresent(option -> columns.put(option, field.name() + "___" + code.toLowerCase(Locale.ROOT))));
            return several(item, columns);
        });
    }

    @Override
    public Optional<MappedItem> constantSum(ConstantSum item) {
        return eachOption(item, item.options());
    }

    @Override
    public Optional<MappedItem> ranking(Ranking item) {
        return eachOption(item, item.options());
    }

    @Override
    public Optional<MappedItem> instruction(Instruction item) {
        return Optional.empty();
    }

    private Optional<MappedItem> eachOption(Item item, List<Option> options) {
        Map<String, String> columns = new HashMap<>();
        for (Option option : options) {
            String name = name(item.key() + "_" + option.code());
            dictionary.field(name).ifPresent(field -> columns.put(option.code(), name));
        }
        return several(item, columns);
    }

    private static Optional<MappedItem> several(Item item, Map<String, String> columns) {
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new MappedItem(item.key(), null, null, null, null, columns, null, null, null));
    }

    private static MappedItem one(Item item, String column, Map<String, String> options) {
        return new MappedItem(item.key(), column, null, null, options, null, null, null, null);
    }

    private Optional<RedcapDictionary.Field> field(Item item) {
        return dictionary.field(name(item.key()));
    }

    private static Optional<String> option(List<Option> options, String code, String label) {
        Predicate<Option> same =
                option -> option.label().equals(label) || option.code().equals(label);
        return options.stream()
                .filter(same)
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> option.code().equals(code))
                        .findFirst())
                .map(Option::code);
    }

    private static String name(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_+", "_");
    }
}
