package org.mentoringcommons.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedCell;
import org.mentoringcommons.analytics.disclosure.FeasibleInterval;

/**
 * Reads every release of a study and attacks all of them together. People are told apart by who they are and by what they
 * answered at each release: favourably, otherwise, or nothing. Where workshops were held is known to everybody.
 */
final class Readers {

    /** What somebody answered at the time of each release; null for nobody there. */
    private record Kind(Person who, List<Boolean> answers) {}

    private static final int MANY = 24;

    private final List<List<Person>> then = new ArrayList<>();
    private final List<Published> releases = new ArrayList<>();
    private final SortedSet<CellKey> cells = new TreeSet<>();

    /**
     * A release is read.
     *
     * @param people those it was made of; somebody stays at their place in the list from release to release, and null
     *     stands there once they are gone
     */
    Readers read(List<Person> people, Published release) {
        then.add(people);
        releases.add(release);
        release.cells().forEach(cell -> cells.add(cell.cell()));
        return this;
    }

    /** {@return small counts that are found out} */
    Map<String, FeasibleInterval> gains() {
        return gains(person -> false);
    }

    /** {@return the same for readers who know everything about some of the people} */
    Map<String, FeasibleInterval> gains(Predicate<Person> own) {
        Map<Kind, Integer> numbers = new LinkedHashMap<>();
        Map<Integer, Long> counts = new LinkedHashMap<>();
        int places = then.stream().mapToInt(List::size).max().orElse(0);
        for (int place = 0; place < places; place++) {
            Person who = null;
            List<Boolean> answers = new ArrayList<>();
            for (List<Person> people : then) {
                Person now = place < people.size() ? people.get(place) : null;
                answers.add(now == null ? null : now.favourable());
                who = now == null ? who : now;
            }
            if (who != null) {
                addEveryKind(anonymous(who), numbers);
                counts.merge(numbers.get(new Kind(anonymous(who), answers)), 1L, Long::sum);
            }
        }
        Attacker attacker = new Attacker(numbers.size());
        learn(attacker, numbers, counts, own);
        return attacker.gains(secrets(numbers, counts, own));
    }

    private static Person anonymous(Person who) {
        return new Person(
                who.institution(),
                who.hub(),
                who.kind(),
                who.mode(),
                who.hours(),
                who.curriculum(),
                who.period(),
                who.stage(),
                true,
                0,
                0);
    }

    private void addEveryKind(Person who, Map<Kind, Integer> numbers) {
        if (numbers.containsKey(new Kind(who, java.util.Collections.nCopies(then.size(), true)))) {
            return;
        }
        List<List<Boolean>> every = new ArrayList<>(List.of(List.of()));
        for (int release = 0; release < then.size(); release++) {
            List<List<Boolean>> longer = new ArrayList<>();
            for (List<Boolean> answers : every) {
                for (Boolean answer : new Boolean[] {true, false, null}) {
                    List<Boolean> more = new ArrayList<>(answers);
                    more.add(answer);
                    longer.add(more);
                }
            }
            every = longer;
        }
        every.forEach(answers -> numbers.computeIfAbsent(new Kind(who, answers), none -> numbers.size()));
    }

    private void learn(
            Attacker attacker, Map<Kind, Integer> numbers, Map<Integer, Long> counts, Predicate<Person> own) {
        numbers.forEach((kind, number) -> {
            if (own.test(kind.who())) {
                attacker.learn(only(number), counts.getOrDefault(number, 0L));
            }
        });
        for (int i = 0; i < releases.size(); i++) {
            int release = i;
            for (PublishedCell cell : releases.get(release).cells()) {
                if (cell.measure().equals(MadeUpStudy.VALUABLE)
                        && cell.origin().orElse(0) == releases.get(release).number()) {
                    number(cell, "n")
                            .ifPresent(n -> attacker.learn(
                                    who(numbers, cell.cell(), answers -> answers.get(release) != null), n));
                    number(cell, "numerator")
                            .ifPresent(n -> attacker.learn(
                                    who(numbers, cell.cell(), answers -> Boolean.TRUE.equals(answers.get(release))),
                                    n));
                    number(cell, "otherwise")
                            .ifPresent(n -> attacker.learn(
                                    who(numbers, cell.cell(), answers -> Boolean.FALSE.equals(answers.get(release))),
                                    n));
                } else if (cell.measure().equals(MadeUpStudy.COMMUNICATION)
                        && cell.origin().orElse(0) == releases.get(release).number()) {
                    // nobody skips a question: of everybody there is one number, in whichever measure it is told
                    number(cell, "n")
                            .ifPresent(n -> attacker.learn(
                                    who(numbers, cell.cell(), answers -> answers.get(release) != null), n));
                }
            }
        }
    }

    private static Optional<Long> number(PublishedCell cell, String figure) {
        return cell.figures().stream()
                .filter(one -> one.measure().equals(figure))
                .findFirst()
                .flatMap(one -> one.text())
                .map(Long::valueOf);
    }

    /** Everything that concerns few people: in a cell, in its part of two cells, and who changed between two releases. */
    private Map<String, BitSet> secrets(Map<Kind, Integer> numbers, Map<Integer, Long> counts, Predicate<Person> own) {
        Map<String, BitSet> secrets = new LinkedHashMap<>();
        for (CellKey cell : cells) {
            for (int i = 0; i < releases.size(); i++) {
                int release = i;
                String name = cell + " in release " + (release + 1);
                secrets.put(name, who(numbers, cell, answers -> answers.get(release) != null));
                secrets.put(
                        name + " favourable", who(numbers, cell, answers -> Boolean.TRUE.equals(answers.get(release))));
                secrets.put(
                        name + " otherwise", who(numbers, cell, answers -> Boolean.FALSE.equals(answers.get(release))));
                if (release > 0) {
                    secrets.put(
                            name + " gone",
                            who(
                                    numbers,
                                    cell,
                                    answers -> answers.get(release) == null && answers.get(release - 1) != null));
                    secrets.put(
                            name + " come",
                            who(
                                    numbers,
                                    cell,
                                    answers -> answers.get(release) != null && answers.get(release - 1) == null));
                }
            }
        }
        if (cells.size() <= MANY) {
            overlaps(numbers, secrets); // of more, there are thousands
        }
        secrets.values().removeIf(who -> {
            who.andNot(mine(numbers, own));
            long people = who.stream()
                    .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                    .sum();
            return people == 0 || people >= Attacker.THRESHOLD;
        });
        return secrets;
    }

    /** Who is in both of two cells, or in one and not in the other, and answered unfavourably. */
    private void overlaps(Map<Kind, Integer> numbers, Map<String, BitSet> secrets) {
        List<CellKey> all = List.copyOf(cells);
        int last = releases.size() - 1;
        for (CellKey one : all) {
            BitSet ones = who(numbers, one, answers -> Boolean.FALSE.equals(answers.get(last)));
            for (CellKey other : all.subList(all.indexOf(one) + 1, all.size())) {
                BitSet others = who(numbers, other, answers -> Boolean.FALSE.equals(answers.get(last)));
                secrets.put(one + " and " + other, and(ones, others));
                secrets.put(one + " without " + other, andNot(ones, others));
                secrets.put(other + " without " + one, andNot(others, ones));
            }
        }
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet andNot(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }

    private static BitSet mine(Map<Kind, Integer> numbers, Predicate<Person> own) {
        BitSet mine = new BitSet();
        numbers.forEach((kind, number) -> {
            if (own.test(kind.who())) {
                mine.set(number);
            }
        });
        return mine;
    }

    private static BitSet only(int number) {
        BitSet only = new BitSet();
        only.set(number);
        return only;
    }

    private static BitSet who(Map<Kind, Integer> numbers, CellKey cell, Predicate<List<Boolean>> answered) {
        BitSet who = new BitSet();
        numbers.forEach((kind, number) -> {
            if (kind.who().isOf(cell) && answered.test(kind.answers())) {
                who.set(number);
            }
        });
        return who;
    }
}
