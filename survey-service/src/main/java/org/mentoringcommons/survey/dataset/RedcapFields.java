package org.mentoringcommons.survey.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.dataset.RedcapField.Bounds;
import org.mentoringcommons.survey.dataset.RedcapField.Type;
import org.mentoringcommons.survey.instrument.Bipolar;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemKinds;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Ranking;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/** The fields of one item in a REDCap project, made of its columns; names are as they are wanted. */
final class RedcapFields implements ItemKinds<List<RedcapField>> {

    private static final int MOST_RADIO_BUTTONS = 10;

    private final String form;
    private final List<Column> columns;

    RedcapFields(String form, List<Column> columns) {
        this.form = form;
        this.columns = columns;
    }

    @Override
    public List<RedcapField> thenNow(ThenNow item) {
        Map<Integer, String> points = points(item);
        return List.of(
                field(item, item.key() + "_pre", Type.RADIO, columns.get(0), points, Bounds.NONE, "pre"),
                field(item, item.key() + "_post", Type.RADIO, columns.get(1), points, Bounds.NONE, "post"));
    }

    @Override
    public List<RedcapField> likert(Likert item) {
        return rated(item);
    }

    @Override
    public List<RedcapField> bipolar(Bipolar item) {
        return rated(item);
    }

    private List<RedcapField> rated(Item item) {
        return List.of(single(item, Type.RADIO, points(item), Bounds.NONE));
    }

    @Override
    public List<RedcapField> choice(Choice item) {
        Type type = item.options().size() > MOST_RADIO_BUTTONS ? Type.DROPDOWN : Type.RADIO;
        return List.of(single(item, type, Points.labels(item.options()), Bounds.NONE));
    }

    @Override
    public List<RedcapField> multiChoice(MultiChoice item) {
        return List.of(new RedcapField(
                item.key(),
                form,
                section(item),
                Type.CHECKBOX,
                item.label(),
                Points.labels(item.options()),
                Bounds.NONE,
                "",
                columns));
    }

    @Override
    public List<RedcapField> quantity(Quantity item) {
        return List.of(single(
                item,
                Type.TEXT,
                Map.of(),
                new Bounds(item.decimals() == 0 ? "integer" : "number", plain(item.min()), plain(item.max()))));
    }

    @Override
    public List<RedcapField> day(Day item) {
        return List.of(single(item, Type.TEXT, Map.of(), new Bounds("date_ymd", item.earliest(), item.latest())));
    }

    @Override
    public List<RedcapField> text(Text item) {
        List<RedcapField> fields = new ArrayList<>();
        fields.add(field(item, item.key() + "_written", Type.YESNO, columns.get(0), Map.of(), Bounds.NONE, ""));
        if (columns.size() > 1) {
            List<Column> codes = columns.subList(1, columns.size());
            Map<Integer, String> labels = new LinkedHashMap<>();
            codes.forEach(code -> labels.put(labels.size() + 1, code.source().part()));
            fields.add(new RedcapField(
                    item.key() + "_codes",
                    form,
                    "",
                    Type.CHECKBOX,
                    item.label() + " (what two coders agreed it says)",
                    labels,
                    Bounds.NONE,
                    "",
                    codes));
        }
        return fields;
    }

    @Override
    public List<RedcapField> constantSum(ConstantSum item) {
        return eachColumn(item, Bounds.whole(0, item.total()));
    }

    @Override
    public List<RedcapField> ranking(Ranking item) {
        return eachColumn(item, Bounds.whole(1, item.places()));
    }

    @Override
    public List<RedcapField> instruction(Instruction item) {
        return List.of();
    }

    /** Only columns of a checkbox have three underscores. */
    private List<RedcapField> eachColumn(Item item, Bounds bounds) {
        return columns.stream()
                .map(column ->
                        field(item, column.name().replaceAll("_+", "_"), Type.TEXT, column, Map.of(), bounds, ""))
                .toList();
    }

    private RedcapField single(Item item, Type type, Map<Integer, String> choices, Bounds bounds) {
        return field(item, item.key(), type, columns.get(0), choices, bounds, "");
    }

    private RedcapField field(
            Item item,
            String name,
            Type type,
            Column column,
            Map<Integer, String> choices,
            Bounds bounds,
            String matrix) {
        return new RedcapField(
                name, form, section(item), type, column.source().label(), choices, bounds, matrix, List.of(column));
    }

    private static String section(Item item) {
        return item.section() == null ? "" : item.section();
    }

    /** All of them: those without words mean their number. */
    private static Map<Integer, String> points(Item item) {
        Map<Integer, String> anchors = Points.anchors(item);
        Map<Integer, String> points = new LinkedHashMap<>();
        IntStream.rangeClosed(1, item.shape().points())
                .forEach(point -> points.put(point, anchors.getOrDefault(point, String.valueOf(point))));
        return points;
    }

    /** Written without an exponent. */
    private static BigDecimal plain(BigDecimal bound) {
        BigDecimal shortest = bound.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
