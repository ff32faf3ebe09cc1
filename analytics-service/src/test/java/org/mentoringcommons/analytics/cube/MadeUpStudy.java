package org.mentoringcommons.analytics.cube;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** Studies of people who do not exist: a share and a scale, by everything releases tell apart. */
public final class MadeUpStudy {

    public static final MeasureKey VALUABLE = new MeasureKey(MeasureKey.Subject.SATISFACTION, "valuable");
    public static final MeasureKey COMMUNICATION = new MeasureKey(MeasureKey.Subject.GAIN, "communication");
    private static final byte[] SECRET = new byte[32];

    private MadeUpStudy() {}

    /** {@return so many people of institutions of so many hubs, few of whom answered unfavourably} */
    public static List<Person> people(Random random, int hubs, int institutions, int people) {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int institution = (int) (institutions * Math.pow(random.nextDouble(), 1.5));
            Random its = new Random(institution);
            all.add(new Person(
                    institution,
                    "hub " + institution % hubs,
                    its.nextInt(3) == 0 ? "college" : "university",
                    random.nextInt(4) == 0 ? "online" : "in_person",
                    random.nextInt(3) == 0 ? "8–16" : "4–8",
                    its.nextInt(4) == 0 ? "entering" : "mentoring-up",
                    random.nextInt(5) == 0 ? "2025" : "2026",
                    List.of("postdoc", "student", "professor", "other").get(random.nextInt(4)),
                    random.nextInt(5) > 0,
                    6 + random.nextInt(20),
                    16 + random.nextInt(27)));
        }
        return all;
    }

    /** {@return the same people, told apart only by where and how they met and by two stages} */
    public static List<Person> simpler(List<Person> people) {
        return people.stream()
                .map(one -> new Person(
                        one.institution(),
                        one.hub(),
                        one.kind(),
                        one.mode(),
                        "4–8",
                        "mentoring-up",
                        "2026",
                        one.stage().equals("student") ? "student" : "postdoc",
                        one.favourable(),
                        one.before(),
                        one.now()))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    public static Cube cube(List<Person> people) {
        return cube(people, Thresholds.withDefaults());
    }

    static Cube cube(List<Person> people, Thresholds thresholds) {
        return cube(people, thresholds, false, new byte[0]);
    }

    /** {@return of a study with noise: people have keys, or there is a seed} */
    static Cube cube(List<Person> people, Thresholds thresholds, boolean keys, byte[] seed) {
        return cube(people, thresholds, keys, seed, SiteCounts.ofNobody());
    }

    private static Cube cube(List<Person> people, Thresholds thresholds, boolean keys, byte[] seed, SiteCounts sites) {
        CubeBuilder cube = new CubeBuilder(new Rules(thresholds).countable(), SECRET, sites);
        int valuable = cube.measure(VALUABLE, Measured.Form.SHARE, List.of(), 1);
        int communication = cube.measure(COMMUNICATION, Measured.Form.SCORES, List.of(), 6, 36);
        Map<Person, long[]> alike = new HashMap<>();
        people.stream()
                .sorted(Comparator.comparingInt(Person::institution).thenComparing(Person::stratum))
                .forEach(person -> {
                    String institution = "institution " + person.institution();
                    String name = institution + person.stratum();
                    cube.workshop(
                            person.institution(),
                            institution,
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            person.stratum());
                    if (keys) {
                        long which = ++alike.computeIfAbsent(person, none -> new long[1])[0];
                        cube.person(1, Elements.code(person.toString()), which);
                    }
                    cube.add(valuable, person.stage(), person.favourable() ? 1 : 0);
                    cube.add(communication, person.stage(), Measured.pair(person.before(), person.now()));
                });
        return cube.build(seed);
    }

    /** {@return the same people, who are asked one question and nothing about themselves} */
    static Cube ofOneQuestion(List<Person> people) {
        CubeBuilder cube = new CubeBuilder(new Rules(Thresholds.withDefaults()).countable(), SECRET);
        int measure = cube.measure(VALUABLE, Measured.Form.SHARE, List.of(), 1);
        people.stream()
                .sorted(Comparator.comparingInt(Person::institution).thenComparing(Person::stratum))
                .forEach(person -> {
                    String institution = "institution " + person.institution();
                    String name = institution + person.stratum();
                    cube.workshop(
                            person.institution(),
                            institution,
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            person.stratum());
                    cube.add(measure, person.favourable() ? 1 : 0);
                });
        return cube.build();
    }

    public static Publication release(List<Person> people, int number, Optional<Standing> previous) {
        return Publication.of(cube(people), Thresholds.withDefaults(), number, previous);
    }

    /** {@return a release in which some institutions agree to be named; earlier ones may have named others} */
    public static Publication naming(
            List<Person> people, Set<Integer> agreed, Set<Integer> before, int number, Optional<Standing> previous) {
        Map<Integer, String> named = new HashMap<>();
        Stream.concat(agreed.stream(), before.stream()).forEach(site -> named.put(site, site(site)));
        SortedSet<String> aliases =
                new TreeSet<>(agreed.stream().map(MadeUpStudy::site).toList());
        Cube cube = cube(people, Thresholds.withDefaults(), false, new byte[0], new SiteCounts(named, aliases));
        return Publication.of(
                Cube.of(cube.bytes()),
                Thresholds.withDefaults(),
                number,
                previous.map(standing -> Standing.of(standing.bytes())));
    }

    /** {@return an institution's alias} */
    public static String site(int institution) {
        return "site-" + institution;
    }

    /** {@return shares as they would be published without any care, or with no more care than a threshold for counts} */
    public static Published carelessly(List<Person> people, long threshold) {
        List<PublishedCell> cells = new ArrayList<>();
        Measured measured = cube(people).measures().get(VALUABLE);
        for (Map.Entry<CellKey, Tally> cell : measured.byGroup().entrySet()) {
            Tally tally = cell.getValue();
            cells.add(new PublishedCell(
                    cell.getKey(),
                    VALUABLE,
                    OptionalInt.of(1),
                    List.of(
                            figure("n", tally.n(), threshold),
                            figure("numerator", tally.count(1), threshold),
                            figure("otherwise", tally.count(0), threshold))));
        }
        return new Published(1, cells);
    }

    private static Figure figure(String name, long count, long threshold) {
        return new Figure(name, count < threshold ? Optional.empty() : Optional.of(Long.toString(count)));
    }
}
