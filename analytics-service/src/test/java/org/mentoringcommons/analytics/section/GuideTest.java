package org.mentoringcommons.analytics.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.Judged;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** The worked example of {@code docs/statistics.md}: its numbers are what we compute, and what R computes. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "statistics.md");
    private static final Pattern BLOCK = Pattern.compile("```r\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE =
            Pattern.compile("^\\| `([a-z_ ]+)` \\| (-?[0-9.]+) \\| `(.+)` \\|$", Pattern.MULTILINE);
    private static final InstrumentReference INSTRUMENT = new InstrumentReference("guide", "1");

    private final String guide = read();
    private final String code = code();

    private record Example(String measure, String value, String call) {

        double number() {
            return Double.parseDouble(value);
        }

        /** Half a unit of the last digit printed. */
        double rounding() {
            int decimals = value.indexOf('.') < 0 ? 0 : value.length() - value.indexOf('.') - 1;
            return 0.5 * Math.pow(10, -decimals) + 1e-12;
        }
    }

    @Test
    void what_the_guide_prints_is_what_the_report_says() {
        Row row = gains();

        assertThat(examples()).hasSizeGreaterThan(20);
        for (Example example : examples()) {
            String[] name = example.measure().split(" ");
            Measure ours = row.measure(name[0]).orElseThrow(() -> new AssertionError("no measure " + name[0]));
            Number value = name.length == 1 ? ours.value() : name[1].equals("lower") ? ours.lower() : ours.upper();
            assertThat(value.doubleValue())
                    .as(example.measure())
                    .isCloseTo(example.number(), within(example.rounding()));
        }
    }

    @Test
    void what_the_guide_prints_is_what_r_says() throws Exception {
        List<Double> answers = askR();

        assertThat(answers).hasSameSizeAs(examples());
        for (int i = 0; i < answers.size(); i++) {
            Example example = examples().get(i);
            assertThat(answers.get(i)).as(example.call()).isCloseTo(example.number(), within(example.rounding()));
        }
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        Matcher line = LINE.matcher(guide);
        while (line.find()) {
            examples.add(new Example(line.group(1), line.group(2), line.group(3).replace("\\|", "|")));
        }
        return examples;
    }

    private List<Double> askR() throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(code);
        examples()
                .forEach(example ->
                        script.append("cat(format(").append(example.call()).append(", digits = 12), \"\\n\")\n"));
        Path folder = Files.createDirectories(Path.of("target", "guide"));
        Files.writeString(folder.resolve("guide.R"), script);
        Path answers = folder.resolve("answers");
        Process process;
        try {
            process = new ProcessBuilder("Rscript", "guide.R")
                    .directory(folder.toFile())
                    .redirectOutput(answers.toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
        } catch (IOException absent) {
            assumeTrue(false, "Rscript is not on the PATH");
            throw absent;
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String errors = Files.readString(folder.resolve("errors"));
        assumeTrue(!errors.contains("there is no package called"), "R is here without the packages of the guide");
        return Files.readString(answers)
                .lines()
                .map(String::strip)
                .map(Double::parseDouble)
                .toList();
    }

    private Row gains() {
        int[] before = vector("before");
        int[] now = vector("now");
        Structure structure = new Structure(
                List.of(new ThenNow("item", 7)), List.of(new Scale("scale", List.of("item"), Missing.COMPLETE)));
        StudyInstruments instruments = new StudyInstruments(Map.of(INSTRUMENT, structure));
        List<DeliveredWorkshop> workshops = IntStream.range(0, before.length / 3)
                .mapToObj(GuideTest::workshop)
                .toList();
        Cohort cohort = new Cohort(definition().inclusion(), workshops);
        Gathered gathered = new Gathered(definition(), instruments);
        for (int person = 0; person < before.length; person++) {
            byte[] row = structure.pack(Map.of(
                    "item",
                    new ObjectMapper()
                            .createObjectNode()
                            .put("then", before[person])
                            .put("now", now[person])));
            gathered.read(workshops.get(person / 3), structure.unpack(row));
        }
        return new Findings(
                        definition(),
                        cohort,
                        gathered,
                        item -> new CodedTexts<>(0, Map.of(), new Judged()),
                        Map.of(),
                        Optional.empty())
                .sections().stream()
                        .filter(section -> section.section().equals("gains"))
                        .findFirst()
                        .orElseThrow()
                        .rows()
                        .get(0);
    }

    private int[] vector(String name) {
        Matcher vector = Pattern.compile("^" + name + " <- c\\(([0-9, ]+)\\)", Pattern.MULTILINE)
                .matcher(code);
        assertThat(vector.find()).as(name).isTrue();
        return Arrays.stream(vector.group(1).split(", *"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private String code() {
        Matcher block = BLOCK.matcher(guide);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static DeliveredWorkshop workshop(int number) {
        return new DeliveredWorkshop(
                "site",
                new UUID(0, number),
                "k",
                "1",
                240,
                "in_person",
                "mentee",
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                3,
                Set.of(INSTRUMENT),
                new People<>(3),
                new People<>(3));
    }

    private static Study.Definition definition() {
        Inclusion inclusion = new Inclusion(
                List.of("k"), 0, null, List.of("mentee"), List.of(), List.of(INSTRUMENT), List.of(), null, null, null);
        Tables tables = new Tables(List.of(), List.of(), List.of(), List.of(), List.of("scale"), null, null);
        return new Study.Definition("guide", inclusion, "consented", tables, null, null, null, null, false, null, null);
    }

    private static String read() {
        try {
            return Files.readString(GUIDE);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
