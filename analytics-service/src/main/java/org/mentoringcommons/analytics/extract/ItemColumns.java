package org.mentoringcommons.analytics.extract;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.extract.Column.Description;
import org.mentoringcommons.analytics.extract.Column.Type;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choice;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.MultiChoice;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * The columns of one item in one form: a pair is two ({@code _then}, {@code _now}), a rating or a choice one, a choice of
 * several one an option ({@code ___option}, 1 or 0, none if nothing was chosen), a free text none, since it never comes here.
 *
 * @param asking the instruments that ask it in this form
 */
record ItemColumns(StudyInstruments instruments, Item item, Set<InstrumentReference> asking) {

    List<Column> build() {
        String key = item.key();
        if (item instanceof ThenNow pair) {
            List<String> points = new Likert(key, pair.points()).codes();
            return List.of(
                    column("_then", Type.INTEGER, then(Answer.Pair::then), "rating before, asked afterwards", points),
                    column("_now", Type.INTEGER, then(Answer.Pair::now), "rating now", points));
        }
        if (item instanceof Likert) {
            Function<Answers, Object> rating = answers -> answers.codes(key).stream()
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElse(null);
            return List.of(column("", Type.INTEGER, rating, "rating", item.codes()));
        }
        if (item instanceof Choice) {
            Function<Answers, Object> choice =
                    answers -> answers.codes(key).stream().findFirst().orElse(null);
            return List.of(column("", Type.TEXT, choice, "the option chosen", item.codes()));
        }
        return item instanceof MultiChoice
                ? item.codes().stream().map(this::option).toList()
                : List.of();
    }

    private Function<Answers, Object> then(Function<Answer.Pair, Object> side) {
        return answers -> answers.pair(item.key()).map(side).orElse(null);
    }

    private Column option(String option) {
        Function<Answers, Object> chosen = answers -> {
            List<String> codes = answers.codes(item.key());
            return codes.isEmpty() ? null : codes.contains(option) ? 1 : 0;
        };
        return column("___" + option, Type.INTEGER, chosen, "whether '" + option + "' was chosen", List.of("0", "1"));
    }

    private Column column(
            String suffix, Type type, Function<Answers, Object> value, String meaning, List<String> codes) {
        List<String> scales = instruments.structures().entrySet().stream()
                .filter(entry -> asking.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().everyScale())
                .filter(scale -> scale.items().contains(item.key()))
                .map(scale -> scale.key() + (scale.reverse().contains(item.key()) ? ":reverse" : ""))
                .distinct()
                .toList();
        return new Column(
                item.key() + suffix,
                type,
                (workshop, instrument, answers) -> asking.contains(instrument) ? value.apply(answers) : null,
                new Description(item.key(), meaning, codes, scales));
    }
}
