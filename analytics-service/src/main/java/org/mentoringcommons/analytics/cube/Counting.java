package org.mentoringcommons.analytics.cube;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.PersonReader;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.MultiChoice;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.study.Noise;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** One pass over a study's rows into a cube. */
final class Counting implements PersonReader {

    /** Reads of a person what one or several measures want to know. */
    private interface Question {
        void read(Answers answers, String stage);
    }

    private static final int SEED = 32;

    private final Tables tables;
    private final StudyInstruments instruments;
    private final Where where;
    private final Noise noise;
    private final int smallest;
    private final CubeBuilder cube;
    private final Stages stages;
    private final List<Question> questions = new ArrayList<>();
    private final Map<Long, long[]> alike = new HashMap<>();
    private DeliveredWorkshop at;
    private int place;

    Counting(Study.Definition definition, StudyInstruments instruments, Where where, byte[] secret, Named named) {
        Rules rules = new Rules(definition.thresholds());
        this.tables = definition.tables();
        this.instruments = instruments;
        this.where = where;
        this.noise = definition.noise();
        this.smallest = rules.smallest();
        this.cube = new CubeBuilder(rules.countable(), secret, SiteCounts.of(named, where));
        this.stages = Stages.of(tables.comparison());
        tables.satisfaction().forEach(this::satisfaction);
        tables.participants().forEach(this::participants);
        tables.gains().stream()
                .distinct()
                .flatMap(key -> instruments.poolable(key).stream())
                .forEach(this::gain);
    }

    Cube count(ResearchRows rows, Cohort cohort) {
        rows.people(cohort, instruments, this);
        participation(cohort);
        for (Tables.ItemTable table : tables.coded()) {
            coded(rows, cohort, table);
        }
        return cube.build(seed());
    }

    /** Of a differentially private release: whoever draws it again without the seed draws another noise. */
    private byte[] seed() {
        byte[] seed = new byte[Noise.is(noise, Noise.Mechanism.DISCRETE_LAPLACE) ? SEED : 0];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    @Override
    public void read(DeliveredWorkshop workshop, InstrumentReference instrument, Answers answers) {
        if (turnTo(workshop)) {
            person(instrument.toString(), answers.digest());
            String stage = stages.of(answers);
            questions.forEach(question -> question.read(answers, stage));
        }
    }

    /** Who is of one kind and gave the same answers in a workshop could be exchanged: they are told apart by their number. */
    private void person(String kind, long what) {
        if (Noise.is(noise, Noise.Mechanism.CELL_KEY)) {
            long which = ++alike.computeIfAbsent(Elements.code(kind + " " + what), none -> new long[1])[0];
            cube.person(Elements.code(kind), what, which);
        }
    }

    private boolean turnTo(DeliveredWorkshop workshop) {
        if (workshop != at) {
            at = workshop;
            alike.clear();
            place = where.number(workshop.institution());
            if (place >= 0) {
                cube.workshop(place, workshop.institution(), workshop.id(), where.stratum(workshop));
            }
        }
        return place >= 0;
    }

    private void count(int measure, String stage, long value) {
        if (stages.areAsked()) {
            cube.add(measure, stage, value);
        } else {
            cube.add(measure, value);
        }
    }

    private int share(MeasureKey.Subject subject, String name) {
        at = null;
        return cube.measure(new MeasureKey(subject, name), Measured.Form.SHARE, List.of(), 1);
    }

    private void satisfaction(Tables.SatisfactionRow row) {
        Chosen chosen =
                new Chosen(row.item(), row.favourable().stream().distinct().toList());
        int favourable = chosen.named();
        int measure = share(MeasureKey.Subject.SATISFACTION, row.row());
        questions.add((answers, stage) -> {
            if (chosen.read(answers)) {
                count(measure, stage, chosen.isAnyBelow(favourable) ? 1 : 0);
            }
        });
    }

    private void participants(Tables.ItemTable table) {
        List<String> options = instruments.codes(table.item());
        if (options.isEmpty()) {
            return;
        }
        Chosen chosen = new Chosen(table.item(), options);
        boolean several = instruments.structures().values().stream()
                .anyMatch(structure -> structure.item(table.item()).orElse(null) instanceof MultiChoice);
        if (several) {
            int[] measures = options.stream()
                    .mapToInt(option -> share(MeasureKey.Subject.CHOICE, table.section() + "/" + option))
                    .toArray();
            questions.add((answers, stage) -> {
                if (chosen.read(answers)) {
                    for (int option = 0; option < measures.length; option++) {
                        count(measures[option], stage, chosen.has(option) ? 1 : 0);
                    }
                }
            });
            return;
        }
        int measure = cube.measure(
                new MeasureKey(MeasureKey.Subject.CHOICE, table.section()), Measured.Form.ONE_OF, options, 1);
        questions.add((answers, stage) -> {
            if (chosen.read(answers)) {
                count(measure, stage, chosen.first());
            }
        });
    }

    private void gain(Scale scale) {
        int measure = cube.measure(
                new MeasureKey(MeasureKey.Subject.GAIN, scale.key()),
                Measured.Form.SCORES,
                List.of(),
                scale.unitsPerPoint(),
                scale.unitsPerPoint() * Math.max(0, instruments.points(scale) - 1));
        questions.add((answers, stage) ->
                answers.sums(scale).ifPresent(pair -> count(measure, stage, Measured.pair(pair.then(), pair.now()))));
    }

    /** Answers given for research, of people present; a workshop with more answers than people has no rate. */
    private void participation(Cohort cohort) {
        int measure = share(MeasureKey.Subject.PARTICIPATION, "response");
        cohort.analysed().stream()
                .sorted(Comparator.comparing(DeliveredWorkshop::institution))
                .filter(workshop -> workshop.consented().count() <= workshop.attended())
                .filter(this::turnTo)
                .forEach(workshop -> {
                    for (int person = 0; person < workshop.attended(); person++) {
                        person("present", person < workshop.consented().count() ? 1 : 0);
                        cube.add(measure, person < workshop.consented().count() ? 1 : 0);
                    }
                });
    }

    /** A share a code, of those that enough texts have: one that is rarer is nobody's to know of. */
    private void coded(ResearchRows rows, Cohort cohort, Tables.ItemTable table) {
        SortedMap<String, Long> uses = new TreeMap<>();
        Map<DeliveredWorkshop, List<List<String>>> texts = new TreeMap<>(
                Comparator.comparing(DeliveredWorkshop::institution).thenComparing(DeliveredWorkshop::id));
        Map<UUID, DeliveredWorkshop> workshops = new HashMap<>();
        cohort.analysed().forEach(workshop -> workshops.put(workshop.id(), workshop));
        rows.codings(cohort, instruments.asking(table.item()), (institution, id, codes) -> {
            DeliveredWorkshop workshop = workshops.get(id);
            if (where.number(institution) >= 0) {
                texts.computeIfAbsent(workshop, none -> new ArrayList<>()).add(codes);
                codes.stream().distinct().forEach(code -> uses.merge(code, 1L, Long::sum));
            }
        });
        uses.values().removeIf(count -> count < smallest);
        uses.keySet().forEach(code -> {
            int measure = share(MeasureKey.Subject.CODED, table.section() + "/" + code);
            texts.forEach((workshop, every) -> {
                turnTo(workshop);
                every.forEach(codes -> {
                    person(table.section(), Elements.code(codes.toString()));
                    cube.add(measure, codes.contains(code) ? 1 : 0);
                });
            });
        });
    }
}
