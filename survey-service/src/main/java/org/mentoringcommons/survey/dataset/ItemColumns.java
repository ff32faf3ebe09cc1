package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.dataset.Column.Source;
import org.mentoringcommons.survey.dataset.Column.Values;
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
import org.mentoringcommons.survey.spss.Variable.Measure;

/**
 * The columns of one item: a pair is two ({@code _then}, {@code _now}); a choice of several, parts of a total and ranked
 * options are one an option ({@code ___option}); words are none, but whether there are any ({@code _written}) and one a code
 * that coders agreed on ({@code ___code}).
 */
final class ItemColumns implements ItemKinds<List<Column>> {

    private final AskedItem asked;
    private final boolean maySkip;
    private final List<Code> codes;

    ItemColumns(AskedItem asked, int forms, List<Code> codes) {
        this.asked = asked;
        this.maySkip = asked.maySkip(forms);
        this.codes = codes;
    }

    List<Column> build() {
        return asked.item().match(this);
    }

    @Override
    public List<Column> thenNow(ThenNow item) {
        Values points = Values.labelled(Measure.ORDINAL, Points.anchors(item));
        return List.of(
                column("_then", "then", item.label() + " (before)", points, answer -> Answered.part(answer, "then")),
                column("_now", "now", item.label() + " (now)", points, answer -> Answered.part(answer, "now")));
    }

    @Override
    public List<Column> likert(Likert item) {
        return rated(item);
    }

    @Override
    public List<Column> bipolar(Bipolar item) {
        return rated(item);
    }

    private List<Column> rated(Item item) {
        return List.of(
                column("", "", item.label(), Values.labelled(Measure.ORDINAL, Points.anchors(item)), Answered::whole));
    }

    @Override
    public List<Column> choice(Choice item) {
        List<String> options = Points.codes(item.options());
        Values values = Values.chosen(Points.labels(item.options()), options);
        return List.of(column("", "", item.label(), values, answer -> {
            int place = answer == null ? -1 : options.indexOf(answer.textValue());
            return place < 0 ? null : place + 1;
        }));
    }

    @Override
    public List<Column> multiChoice(MultiChoice item) {
        Values values = Values.labelled(Measure.NOMINAL, Points.YES_OR_NO);
        return eachOption(item, item.options(), values, code -> answer -> Answered.chosen(answer, code));
    }

    @Override
    public List<Column> constantSum(ConstantSum item) {
        Values values = Values.number(0, Measure.SCALE);
        return eachOption(item, item.options(), values, code -> answer -> Answered.part(answer, code));
    }

    @Override
    public List<Column> ranking(Ranking item) {
        Values values = Values.number(0, Measure.ORDINAL);
        return eachOption(item, item.options(), values, code -> answer -> Answered.place(answer, code));
    }

    @Override
    public List<Column> quantity(Quantity item) {
        Values values = Values.number(item.decimals(), Measure.SCALE);
        return List.of(column("", "", item.label(), values, Answered::number));
    }

    @Override
    public List<Column> day(Day item) {
        return List.of(column("", "", item.label(), Values.day(), Answered::day));
    }

    @Override
    public List<Column> text(Text item) {
        Values yesOrNo = Values.labelled(Measure.NOMINAL, Points.YES_OR_NO).skipped(maySkip);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                item.key() + "_written",
                source("", item.label() + " (whether anything was written)"),
                yesOrNo,
                row -> asked.asked(row) ? row.written().contains(item.key()) ? 1 : 0 : null,
                asked::asked,
                List.of()));
        for (int number = 1; number <= codes.size(); number++) {
            Code code = codes.get(number - 1);
            columns.add(new Column(
                    item.key() + "___" + Names.option(code.code(), number),
                    source(code.code(), item.label() + ": " + code.label()),
                    yesOrNo,
                    row -> {
                        List<String> agreed = row.codes().get(item.key());
                        return agreed == null ? null : agreed.contains(code.code()) ? 1 : 0;
                    },
                    asked::asked,
                    List.of()));
        }
        return columns;
    }

    @Override
    public List<Column> instruction(Instruction item) {
        return List.of();
    }

    private List<Column> eachOption(
            Item item, List<Option> options, Values values, Function<String, Function<JsonNode, Object>> reading) {
        List<Column> columns = new ArrayList<>();
        for (int number = 1; number <= options.size(); number++) {
            Option option = options.get(number - 1);
            columns.add(column(
                    "___" + Names.option(option.code(), number),
                    option.code(),
                    item.label() + ": " + option.label(),
                    values,
                    reading.apply(option.code())));
        }
        return columns;
    }

    private Column column(String suffix, String part, String label, Values values, Function<JsonNode, Object> reading) {
        return new Column(
                asked.key() + suffix,
                source(part, label),
                values.skipped(maySkip && hasRoomForSkipped()),
                row -> reading.apply(asked.answer(row)),
                asked::asked,
                List.of());
    }

    private Source source(String part, String label) {
        return new Source(asked.key(), part, label, asked.scales());
    }

    /** Whether the number that stands for "not asked" is no answer. */
    private boolean hasRoomForSkipped() {
        return !(asked.item() instanceof Day)
                && asked.asking().values().stream()
                        .noneMatch(item -> item instanceof Quantity number
                                && number.min().compareTo(BigDecimal.valueOf(Column.NOT_ASKED)) <= 0);
    }
}
