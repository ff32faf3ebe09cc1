package org.mentoringcommons.survey.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.survey.dataset.FhirItem.Coding;
import org.mentoringcommons.survey.dataset.FhirItem.When;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/**
 * Conditions as FHIR tells them: all, or any, of what has to hold of other answers ({@code enableWhen}). What takes more than
 * that is an expression of Structured Data Capture, in FHIRPath over the response.
 */
final class FhirConditions {

    private final Map<String, Item> asked;
    private final FhirCodes codes;

    FhirConditions(List<Item> items, FhirCodes codes) {
        this.asked = items.stream().collect(Collectors.toMap(Item::key, Function.identity()));
        this.codes = codes;
    }

    /** The question, asked of whom it is for. */
    FhirQuestion applied(Item item, FhirQuestion question) {
        if (item.when() == null) {
            return question;
        }
        Literal literal = Literal.of(item.when(), asked);
        FhirItem conditional = flat(literal)
                .map(clause -> question.asked().when(clause.all(), clause.whens()))
                .orElseGet(() -> question.asked().when(path(literal)));
        return new FhirQuestion(conditional, question.given());
    }

    /** Of which all have to hold, or any; of one alone it is the same. */
    private record Clause(boolean all, List<When> whens) {

        boolean canBe(boolean wanted) {
            return all == wanted || whens.size() == 1;
        }
    }

    private Optional<Clause> flat(Literal literal) {
        if (literal instanceof Literal.All all) {
            return merged(all.all(), true);
        }
        if (literal instanceof Literal.Any any) {
            return merged(any.any(), false);
        }
        if (literal instanceof Literal.Answered answered) {
            return Optional.of(
                    answered.item() instanceof Text text
                            ? written(text.key() + ".written", answered.answered())
                            : new Clause(
                                    !answered.answered(),
                                    links(answered.item()).stream()
                                            .map(link -> When.exists(link, answered.answered()))
                                            .toList()));
        }
        if (literal instanceof Literal.Chosen chosen) {
            return chosen.chosen()
                    ? Optional.of(new Clause(
                            false,
                            codings(chosen).stream()
                                    .map(coding -> When.is(chosen.item().key(), coding))
                                    .toList()))
                    : Optional.empty(); // what is not equal in FHIR is an answer all the same
        }
        Literal.Within within = (Literal.Within) literal;
        return within.within() ? whens(within) : Optional.empty();
    }

    private Optional<Clause> merged(List<Literal> literals, boolean all) {
        List<When> whens = new ArrayList<>();
        for (Literal literal : literals) {
            Optional<Clause> clause = flat(literal).filter(found -> found.canBe(all));
            if (clause.isEmpty()) {
                return Optional.empty();
            }
            whens.addAll(clause.get().whens());
        }
        return Optional.of(new Clause(all, whens));
    }

    /** Of whom words were not asked, it is not said whether there are any. */
    private static Clause written(String link, boolean answered) {
        return new Clause(
                false,
                answered ? List.of(When.is(link, true)) : List.of(When.is(link, false), When.exists(link, false)));
    }

    private Optional<Clause> whens(Literal.Within within) {
        String link = within.item().key();
        if (within.item() instanceof Quantity) {
            return Optional.of(new Clause(
                    true,
                    Stream.of(
                                    Optional.ofNullable(within.bounds().atLeast())
                                            .map(least -> When.compared(link, ">=", least)),
                                    Optional.ofNullable(within.bounds().atMost())
                                            .map(most -> When.compared(link, "<=", most)))
                            .flatMap(Optional::stream)
                            .toList()));
        }
        List<When> points =
                points(within).stream().map(point -> When.is(link, point)).toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(new Clause(false, points));
    }

    /** Ratings are codes, of which none is less than another: those within. */
    private List<Coding> points(Literal.Within within) {
        List<Coding> all = codes.points(within.item());
        return IntStream.rangeClosed(1, all.size())
                .filter(point -> lies(BigDecimal.valueOf(point), within))
                .mapToObj(point -> all.get(point - 1))
                .toList();
    }

    private static boolean lies(BigDecimal number, Literal.Within within) {
        BigDecimal least = within.bounds().atLeast();
        BigDecimal most = within.bounds().atMost();
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    private List<Coding> codings(Literal.Chosen chosen) {
        List<Option> options =
                chosen.item() instanceof Choice choice ? choice.options() : ((MultiChoice) chosen.item()).options();
        List<String> known = Points.codes(options);
        List<Coding> all = codes.options(chosen.item(), options);
        return chosen.codes().stream().map(code -> all.get(known.indexOf(code))).toList();
    }

    /** Where answers to an item stand: a pair's, and parts of a total, in those of a group. */
    private static List<String> links(Item item) {
        if (item instanceof ThenNow) {
            return List.of(item.key() + ".then", item.key() + ".now");
        }
        if (item instanceof ConstantSum sum) {
            return IntStream.rangeClosed(1, sum.options().size())
                    .mapToObj(number -> item.key() + "." + number)
                    .toList();
        }
        return List.of(item.key());
    }

    private String path(Literal literal) {
        if (literal instanceof Literal.All all) {
            return joined(all.all().stream().map(this::path), " and ");
        }
        if (literal instanceof Literal.Any any) {
            return joined(any.any().stream().map(this::path), " or ");
        }
        if (literal instanceof Literal.Answered answered) {
            String there = answered.item() instanceof Text text
                    ? answers(text.key() + ".written") + ".where($this = true).exists()"
                    : joined(links(answered.item()).stream().map(link -> answers(link) + ".exists()"), " or ");
            return denied(there, answered.answered());
        }
        if (literal instanceof Literal.Chosen chosen) {
            return denied(among(chosen.item(), codings(chosen)), chosen.chosen());
        }
        Literal.Within within = (Literal.Within) literal;
        String lies = within.item() instanceof Quantity
                ? answers(within.item().key()) + ".where(" + bounds(within) + ").exists()"
                : among(within.item(), points(within));
        return denied(lies, within.within());
    }

    private static String bounds(Literal.Within within) {
        return Stream.of(
                        Optional.ofNullable(within.bounds().atLeast())
                                .map(least -> "$this >= " + least.toPlainString()),
                        Optional.ofNullable(within.bounds().atMost()).map(most -> "$this <= " + most.toPlainString()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    private static String among(Item item, List<Coding> codings) {
        String one = codings.stream()
                .map(coding -> "code = " + quoted(coding.code()))
                .collect(Collectors.joining(" or "));
        return answers(item.key()) + ".where(" + (codings.isEmpty() ? "false" : one) + ").exists()";
    }

    private static String answers(String link) {
        return "%resource.descendants().where(linkId = " + quoted(link) + ").answer.value";
    }

    private static String denied(String path, boolean holds) {
        return holds ? path : "(" + path + ").not()";
    }

    private static String joined(Stream<String> parts, String word) {
        return parts.collect(Collectors.joining(word, "(", ")"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
