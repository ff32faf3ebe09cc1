package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mentoringcommons.survey.instrument.Bipolar;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.ItemKinds;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Ranking;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/**
 * Reads the answer to one item off the cells of a line, in the form in which answers are sent; null if nothing was answered,
 * or what is there cannot be read and was told. Whether the answer is one that the item takes is for the item to say.
 */
final class ItemReading implements ItemKinds<JsonNode> {

    private static final Set<String> TICKED = Set.of("1", "yes", "y", "true", "checked", "selected", "x");
    private static final Set<String> NOT_TICKED = Set.of("", "0", "no", "n", "false", "unchecked", "not selected");
    private static final int LONGEST_NUMBER = 30;

    private final MappedItem mapped;
    private final Days days;
    private final Cells cells;
    private final Problems problems;

    /** @param days how this column writes them */
    ItemReading(MappedItem mapped, Days days, Cells cells, Problems problems) {
        this.mapped = mapped;
        this.days = days;
        this.cells = cells;
        this.problems = problems;
    }

    @Override
    public JsonNode thenNow(ThenNow item) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        put(pair, "then", mapped.then(), item.points());
        put(pair, "now", mapped.now(), item.points());
        return pair.isEmpty() ? null : pair;
    }

    private void put(ObjectNode pair, String side, String column, int points) {
        JsonNode point = column == null ? null : point(column, points);
        if (point != null) {
            pair.set(side, point);
        }
    }

    @Override
    public JsonNode likert(Likert item) {
        return point(mapped.column(), item.points());
    }

    @Override
    public JsonNode bipolar(Bipolar item) {
        return point(mapped.column(), item.points());
    }

    @Override
    public JsonNode quantity(Quantity item) {
        return number(mapped.column());
    }

    @Override
    public JsonNode choice(Choice item) {
        String cell = cells.of(mapped.column());
        JsonNode chosen = cell.isEmpty() ? null : option(mapped.column(), cell, item.options());
        return withWords(chosen);
    }

    @Override
    public JsonNode multiChoice(MultiChoice item) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        if (mapped.column() == null) {
            item.options().stream()
                    .filter(option -> mapped.columns().containsKey(option.code()) && isTicked(option))
                    .map(Option::code)
                    .forEach(chosen::add);
        } else {
            for (String cell : parts(cells.of(mapped.column()))) {
                JsonNode option = option(mapped.column(), cell, item.options());
                if (option != null) {
                    chosen.add(option);
                }
            }
        }
        return withWords(chosen.isEmpty() ? null : chosen);
    }

    @Override
    public JsonNode day(Day item) {
        String cell = plain(mapped.column());
        if (cell == null) {
            return null;
        }
        return days.read(cell)
                .<JsonNode>map(day -> TextNode.valueOf(day.toString()))
                .orElseGet(() -> wrong(mapped.column(), days.wrong(cell)));
    }

    @Override
    public JsonNode text(Text item) {
        String cell = cells.of(mapped.column());
        return cell.isEmpty() ? null : TextNode.valueOf(cell);
    }

    @Override
    public JsonNode constantSum(ConstantSum item) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        mapped.columns().forEach((code, column) -> {
            JsonNode part = number(column);
            if (part != null) {
                parts.set(code, part);
            }
        });
        return parts.isEmpty() ? null : parts;
    }

    @Override
    public JsonNode ranking(Ranking item) {
        long before = problems.total();
        TreeMap<Integer, String> places = new TreeMap<>();
        new TreeMap<>(mapped.columns()).forEach((code, column) -> {
            JsonNode place = number(column);
            if (place != null && (!place.isInt() || place.intValue() < 1)) {
                wrong(column, "is no place: these are 1, 2, 3 and so on");
            } else if (place != null && places.putIfAbsent(place.intValue(), code) != null) {
                wrong(column, "is a place that another option has");
            }
        });
        if (problems.total() == before && !places.isEmpty() && places.lastKey() > places.size()) {
            wrong(mapped.columns().get(places.lastEntry().getValue()), "is a place beyond one that no option has");
        }
        ArrayNode ranked = JsonNodeFactory.instance.arrayNode();
        places.values().forEach(ranked::add);
        return ranked.isEmpty() || problems.total() > before ? null : ranked;
    }

    @Override
    public JsonNode instruction(Instruction item) {
        return null;
    }

    /** What is neither is told: to count it as one of the two would be to guess. */
    private boolean isTicked(Option option) {
        String column = mapped.columns().get(option.code());
        String cell = cells.of(column);
        String word = cell.toLowerCase(Locale.ROOT);
        if (mapped.options().containsKey(cell)) {
            if (mapped.options().get(cell).equals(option.code())) {
                return true;
            }
        } else if (NOT_TICKED.contains(word)) {
            return false;
        } else if (TICKED.contains(word) || cell.equals(option.code()) || cell.equals(option.label())) {
            return true;
        }
        if (Cells.isFormula(cell)) {
            formula(column);
        } else {
            wrong(column, "says neither that the option is ticked nor that it is not");
        }
        return false;
    }

    private List<String> parts(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        return mapped.divider() == null
                ? List.of(cell)
                : Pattern.compile(mapped.divider(), Pattern.LITERAL)
                        .splitAsStream(cell)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private JsonNode option(String column, String cell, List<Option> options) {
        if (Cells.isFormula(cell)) {
            return formula(column);
        }
        String meant = mapped.options().get(cell);
        Optional<String> code = meant != null
                ? Optional.of(meant)
                : options.stream()
                        .filter(option ->
                                option.code().equals(cell) || option.label().equals(cell))
                        .map(Option::code)
                        .findFirst();
        return code.<JsonNode>map(TextNode::valueOf)
                .orElseGet(() -> wrong(column, "is none of the options, by code, label or mapping"));
    }

    private JsonNode withWords(JsonNode chosen) {
        String words = mapped.other() == null ? "" : cells.of(mapped.other());
        if (words.isEmpty()) {
            return chosen;
        }
        ObjectNode with = JsonNodeFactory.instance.objectNode();
        with.set("chosen", chosen);
        return with.put("other", words);
    }

    private JsonNode point(String column, int points) {
        JsonNode number = number(column);
        return number == null || number.isInt() ? number : wrong(column, "must be a whole number of 1–" + points);
    }

    /** Whole numbers as such, however many zeros follow the point. */
    private JsonNode number(String column) {
        String cell = plain(column);
        if (cell == null) {
            return null;
        }
        String said = mapped.options().getOrDefault(cell, cell);
        try {
            BigDecimal written = said.length() > LONGEST_NUMBER ? null : new BigDecimal(said);
            if (written != null && written.scale() >= -LONGEST_NUMBER && written.scale() <= LONGEST_NUMBER) {
                BigDecimal number = written.stripTrailingZeros();
                return number.scale() <= 0 && number.precision() - number.scale() < 10
                        ? IntNode.valueOf(number.intValueExact())
                        : DecimalNode.valueOf(number);
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        return wrong(
                column,
                said.matches("-?\\d+,\\d+")
                        ? "is no number: decimals follow a point, such as 2.5"
                        : "is no number, and nothing the mapping names");
    }

    /** Null if it is empty, or a formula, which is told. */
    private String plain(String column) {
        String cell = cells.of(column);
        if (Cells.isFormula(cell)) {
            formula(column);
            return null;
        }
        return cell.isEmpty() ? null : cell;
    }

    private JsonNode formula(String column) {
        return wrong(column, "is a formula of a spreadsheet; save the file with values");
    }

    private JsonNode wrong(String column, String message) {
        problems.tell(cells.line(), column, message);
        return null;
    }
}
