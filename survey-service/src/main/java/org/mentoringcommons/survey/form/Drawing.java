package org.mentoringcommons.survey.form;

import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.form.Control.Choosable;
import org.mentoringcommons.survey.form.Control.Line;
import org.mentoringcommons.survey.form.Control.Place;
import org.mentoringcommons.survey.form.Control.Point;
import org.mentoringcommons.survey.form.Control.Row;
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
import org.mentoringcommons.survey.page.Wording;

/** Makes the control of every kind of item, filled in with what was sent. */
record Drawing(FormFields sent, Wording w) implements ItemKinds<Control> {

    private static final int SHORT = 40;
    private static final int OTHER_WORDS = 500;

    @Override
    public Control thenNow(ThenNow item) {
        Anchors anchors = new Anchors(item.lowAnchor(), item.midAnchor(), item.highAnchor(), item.points());
        return new Control.Ratings(
                anchors.toString(),
                null,
                null,
                List.of(
                        row(item.key() + FormFields.THEN, w.say("form.before"), "then", anchors),
                        row(item.key() + FormFields.NOW, w.say("form.now"), "now", anchors)));
    }

    @Override
    public Control likert(Likert item) {
        Anchors anchors = new Anchors(item.lowAnchor(), item.midAnchor(), item.highAnchor(), item.points());
        return new Control.Ratings(anchors.toString(), null, null, List.of(row(item.key(), null, null, anchors)));
    }

    @Override
    public Control bipolar(Bipolar item) {
        return new Control.Ratings(
                w.sayWith("form.bipolar", item.points()),
                item.lowAnchor(),
                item.highAnchor(),
                List.of(row(
                        item.key(),
                        null,
                        null,
                        new Anchors(item.lowAnchor(), null, item.highAnchor(), item.points()))));
    }

    @Override
    public Control choice(Choice item) {
        return new Control.Choices(
                choosable(item.options(), sent.values(item.key())), false, other(item.key(), item.options()));
    }

    @Override
    public Control multiChoice(MultiChoice item) {
        return new Control.Choices(
                choosable(item.options(), sent.values(item.key())), true, other(item.key(), item.options()));
    }

    @Override
    public Control quantity(Quantity item) {
        String min = item.min().toPlainString();
        String max = item.max().toPlainString();
        String hint = w.sayWith("form.number", min, max);
        return line(new Line(
                item.key(),
                null,
                "text",
                item.decimals() == 0 ? "numeric" : "decimal",
                sent.value(item.key()),
                null,
                null,
                SHORT,
                item.decimals() == 0 ? hint : hint + " " + w.sayWith("form.decimals", item.decimals())));
    }

    @Override
    public Control day(Day item) {
        String hint = item.earliest() == null && item.latest() == null
                ? w.say("form.day")
                : w.say("form.day") + " "
                        + w.sayWith(
                                item.earliest() == null
                                        ? "form.day.until"
                                        : item.latest() == null ? "form.day.from" : "form.day.between",
                                item.earliest() == null ? "" : w.day(item.earliest()),
                                item.latest() == null ? "" : w.day(item.latest()));
        return line(new Line(
                item.key(),
                null,
                "date",
                "text",
                sent.value(item.key()),
                item.earliest() == null ? null : item.earliest().toString(),
                item.latest() == null ? null : item.latest().toString(),
                SHORT,
                hint));
    }

    @Override
    public Control text(Text item) {
        return new Control.Words(sent.value(item.key()), item.maxLength(), w.sayWith("form.up-to", item.maxLength()));
    }

    @Override
    public Control constantSum(ConstantSum item) {
        List<Line> lines = item.options().stream()
                .map(part -> {
                    String name = FormFields.part(item.key(), part.code());
                    return new Line(name, part.label(), "text", "numeric", sent.value(name), null, null, SHORT, null);
                })
                .toList();
        return new Control.Lines(lines, w.sayWith("form.sum", Integer.toString(item.total())), false);
    }

    @Override
    public Control ranking(Ranking item) {
        List<String> ranked = sent.values(item.key());
        List<Place> places = IntStream.range(0, item.places())
                .mapToObj(place -> {
                    List<Choosable> options =
                            choosable(item.options(), place < ranked.size() ? List.of(ranked.get(place)) : List.of());
                    return new Place(
                            w.sayWith("form.place", place + 1),
                            options,
                            options.stream().noneMatch(Choosable::chosen));
                })
                .toList();
        return new Control.Places(
                places,
                item.places() == item.options().size()
                        ? w.say("form.rank-all")
                        : w.sayWith("form.rank-top", item.places()));
    }

    @Override
    public Control instruction(Instruction item) {
        return new Control.Reading();
    }

    private static Control line(Line line) {
        return new Control.Lines(List.of(line), line.hint(), true);
    }

    /** What the points of a rating mean. */
    private record Anchors(String low, String middle, String high, int points) {

        String of(int point) {
            return point == 1 ? low : point == points ? high : point == middlePoint() ? middle : null;
        }

        private int middlePoint() {
            return (points + 1) / 2;
        }

        @Override
        public String toString() {
            return "1 = " + low + ", " + (middle == null ? "" : middlePoint() + " = " + middle + ", ") + points + " = "
                    + high;
        }
    }

    private Row row(String name, String caption, String half, Anchors anchors) {
        String chosen = sent.value(name);
        List<Point> all = IntStream.rangeClosed(1, anchors.points())
                .mapToObj(point -> new Point(
                        Integer.toString(point),
                        anchors.of(point),
                        Integer.toString(point).equals(chosen)))
                .toList();
        return new Row(name, caption, half, all, all.stream().noneMatch(Point::chosen));
    }

    private Line other(String key, List<Option> options) {
        return options.stream()
                .filter(Option::specify)
                .findFirst()
                .map(option -> new Line(
                        key + FormFields.OTHER,
                        w.sayWith("form.specify", option.label()),
                        "text",
                        "text",
                        sent.value(key + FormFields.OTHER),
                        null,
                        null,
                        OTHER_WORDS,
                        w.say("form.specify.hint")))
                .orElse(null);
    }

    private static List<Choosable> choosable(List<Option> options, List<String> chosen) {
        return options.stream()
                .map(option -> new Choosable(option.code(), option.label(), chosen.contains(option.code())))
                .toList();
    }
}
