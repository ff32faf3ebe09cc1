package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.dataset.FhirItem.Answer;
import org.mentoringcommons.survey.dataset.FhirItem.Coding;
import org.mentoringcommons.survey.dataset.FhirItem.Given;
import org.mentoringcommons.survey.dataset.FhirItem.Type;
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
 * Items as FHIR asks them: ratings and options are choices, a pair is a group of two, parts of a total are a group of
 * numbers, ranked options answers in their order, words what they were coded as.
 */
final class FhirQuestions implements ItemKinds<FhirQuestion> {

    private final FhirCodes fhir;
    private final Map<String, List<Code>> codes;

    FhirQuestions(FhirCodes fhir, Map<String, List<Code>> codes) {
        this.fhir = fhir;
        this.codes = codes;
    }

    @Override
    public FhirQuestion thenNow(ThenNow item) {
        List<Coding> points = fhir.points(item);
        String then = item.key() + ".then";
        String now = item.key() + ".now";
        return new FhirQuestion(
                FhirItem.group(
                        item.key(),
                        item.label(),
                        List.of(
                                FhirItem.choice(then, "Before", false, points),
                                FhirItem.choice(now, "Now", false, points))),
                row -> {
                    JsonNode pair = row.answer(item);
                    return group(
                            item.key(),
                            single(then, Answered.part(pair, "then"), point -> points.get(point - 1)),
                            single(now, Answered.part(pair, "now"), point -> points.get(point - 1)));
                });
    }

    @Override
    public FhirQuestion likert(Likert item) {
        return rated(item);
    }

    @Override
    public FhirQuestion bipolar(Bipolar item) {
        return rated(item);
    }

    private FhirQuestion rated(Item item) {
        List<Coding> points = fhir.points(item);
        return new FhirQuestion(
                FhirItem.choice(item.key(), item.label(), false, points),
                row -> single(item.key(), Answered.whole(row.answer(item)), point -> points.get(point - 1)));
    }

    @Override
    public FhirQuestion choice(Choice item) {
        List<Coding> options = fhir.options(item, item.options());
        List<String> known = Points.codes(item.options());
        return new FhirQuestion(FhirItem.choice(item.key(), item.label(), false, options), row -> {
            JsonNode answer = row.answer(item);
            return single(
                    item.key(), answer == null ? null : answer.textValue(), code -> options.get(known.indexOf(code)));
        });
    }

    @Override
    public FhirQuestion multiChoice(MultiChoice item) {
        return several(item, item.options());
    }

    @Override
    public FhirQuestion ranking(Ranking item) {
        return several(item, item.options());
    }

    private FhirQuestion several(Item item, List<Option> options) {
        List<Coding> codings = fhir.options(item, options);
        List<String> known = Points.codes(options);
        return new FhirQuestion(FhirItem.choice(item.key(), item.label(), true, codings), row -> {
            List<Answer> answers = new ArrayList<>();
            JsonNode chosen = row.answer(item);
            if (chosen != null) {
                chosen.forEach(code -> answers.add(Answer.coded(codings.get(known.indexOf(code.textValue())))));
            }
            return answers.isEmpty() ? null : Given.of(item.key(), answers);
        });
    }

    @Override
    public FhirQuestion constantSum(ConstantSum item) {
        List<Option> parts = item.options();
        BiFunction<Integer, String, String> link = (number, key) -> key + "." + number;
        return new FhirQuestion(
                FhirItem.group(
                        item.key(),
                        item.label(),
                        IntStream.rangeClosed(1, parts.size())
                                .mapToObj(number -> FhirItem.of(
                                        link.apply(number, item.key()),
                                        parts.get(number - 1).label(),
                                        Type.INTEGER))
                                .toList()),
                row -> group(
                        item.key(),
                        IntStream.rangeClosed(1, parts.size())
                                .mapToObj(number -> answered(
                                        link.apply(number, item.key()),
                                        Answered.part(
                                                row.answer(item),
                                                parts.get(number - 1).code()),
                                        Answer::whole))
                                .toArray(Given[]::new)));
    }

    @Override
    public FhirQuestion quantity(Quantity item) {
        return new FhirQuestion(
                FhirItem.of(item.key(), item.label(), Type.DECIMAL),
                row -> answered(item.key(), Answered.number(row.answer(item)), Answer::decimal));
    }

    @Override
    public FhirQuestion day(Day item) {
        return new FhirQuestion(
                FhirItem.of(item.key(), item.label(), Type.DATE),
                row -> answered(item.key(), Answered.day(row.answer(item)), day -> Answer.day(day.toString())));
    }

    @Override
    public FhirQuestion text(Text item) {
        String written = item.key() + ".written";
        String coded = item.key() + ".codes";
        List<Code> known = codes.getOrDefault(item.key(), List.of());
        List<String> order = known.stream().map(Code::code).toList();
        List<Coding> codings = fhir.agreed(item, known);
        List<FhirItem> items = new ArrayList<>();
        items.add(FhirItem.of(written, "Whether anything was written", Type.BOOLEAN));
        if (!known.isEmpty()) {
            items.add(FhirItem.choice(coded, "What two coders agreed it says", true, codings));
        }
        return new FhirQuestion(FhirItem.group(item.key(), item.label(), items), row -> {
            List<Answer> answers = row.codes().getOrDefault(item.key(), List.of()).stream()
                    .map(code -> Answer.coded(codings.get(order.indexOf(code))))
                    .toList();
            return group(
                    item.key(),
                    row.applies(item)
                            ? Given.of(written, List.of(Answer.yes(row.written().contains(item.key()))))
                            : null,
                    answers.isEmpty() ? null : Given.of(coded, answers));
        });
    }

    @Override
    public FhirQuestion instruction(Instruction item) {
        return new FhirQuestion(FhirItem.of(item.key(), item.label(), Type.DISPLAY), row -> null);
    }

    private static Given group(String linkId, Given... items) {
        List<Given> said =
                java.util.Arrays.stream(items).filter(Objects::nonNull).toList();
        return said.isEmpty() ? null : Given.group(linkId, said);
    }

    private static <T> Given single(String linkId, T answer, Function<T, Coding> coding) {
        return answered(linkId, answer, value -> Answer.coded(coding.apply(value)));
    }

    private static <T> Given answered(String linkId, T answer, Function<T, Answer> telling) {
        return answer == null ? null : Given.of(linkId, List.of(telling.apply(answer)));
    }
}
