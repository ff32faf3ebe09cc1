package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A recreated evaluation: workshops, the people in them with their answers, the codes of their texts, and the printed
 * numbers. The scales are read off the columns {@code <scale>_<item>_pre} and {@code _post}.
 *
 * @param scales scale to number of items, in the order of the columns
 * @param people by workshop
 * @param codes codebook to the codes of each person's text, by person
 * @param published the printed numbers, {@code expected_margins.json}
 */
record Evaluation(
        List<Workshop> workshops,
        Map<String, List<Person>> people,
        Map<String, Integer> scales,
        Map<Codebook, Map<String, List<String>>> codes,
        JsonNode published) {

    private static final Pattern PAIR = Pattern.compile("(.+)_(\\d+)_pre");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** @param workLifeModule whether that module was covered; empty if the coverage is unknown */
    record Workshop(
            String key,
            String site,
            String mode,
            double hours,
            String audience,
            Optional<Boolean> workLifeModule,
            boolean included) {}

    /** @param answers column to value, blanks left out */
    record Person(String key, boolean responded, boolean consented, Map<String, String> answers) {}

    /** Reads the folder, or the data set shipped with the project. */
    static Evaluation read(Optional<Path> folder) {
        List<CSVRecord> respondents = rows(folder, "respondents.csv");
        Map<String, List<Person>> people = new LinkedHashMap<>();
        respondents.forEach(row -> people.computeIfAbsent(row.get("workshop"), none -> new ArrayList<>())
                .add(person(row)));
        Map<Codebook, Map<String, List<String>>> codes = new TreeMap<>();
        for (Codebook codebook : Codebook.values()) {
            Map<String, List<String>> ofPeople = new LinkedHashMap<>();
            rows(folder, codebook.file())
                    .forEach(row -> ofPeople.computeIfAbsent(row.get("participant"), none -> new ArrayList<>())
                            .add(row.get("code")));
            codes.put(codebook, ofPeople);
        }
        return new Evaluation(
                rows(folder, "workshops.csv").stream().map(Evaluation::workshop).toList(),
                people,
                scales(respondents),
                codes,
                json(folder, "expected_margins.json"));
    }

    List<String> sites() {
        return workshops.stream().map(Workshop::site).distinct().sorted().toList();
    }

    /** Everybody of the workshops that are fed with people: the excluded ones are fed without. */
    List<Person> peopleOf(Workshop workshop) {
        return workshop.included() ? people.getOrDefault(workshop.key(), List.of()) : List.of();
    }

    /** The values a column takes, in the order of their first appearance. */
    List<String> valuesOf(String column) {
        return people.values().stream()
                .flatMap(List::stream)
                .flatMap(person -> Optional.ofNullable(person.answers().get(column)).stream())
                .distinct()
                .toList();
    }

    private static Workshop workshop(CSVRecord row) {
        String workLife = row.get("work_life_module");
        return new Workshop(
                row.get("workshop"),
                row.get("site"),
                row.get("mode"),
                Double.parseDouble(row.get("hours")),
                row.get("audience"),
                workLife.isBlank() ? Optional.empty() : Optional.of(workLife.equals("1")),
                row.get("included").equals("1"));
    }

    private static Person person(CSVRecord row) {
        Map<String, String> answers = new LinkedHashMap<>();
        row.toMap().forEach((column, value) -> {
            if (!value.isBlank()) {
                answers.put(column, value);
            }
        });
        return new Person(
                row.get("participant"),
                row.get("responded").equals("1"),
                row.get("consented").equals("1"),
                answers);
    }

    private static Map<String, Integer> scales(List<CSVRecord> respondents) {
        Map<String, Integer> scales = new LinkedHashMap<>();
        for (String column : respondents.get(0).getParser().getHeaderNames()) {
            Matcher pair = PAIR.matcher(column);
            if (pair.matches()) {
                scales.merge(pair.group(1), 1, Integer::sum);
            }
        }
        return scales;
    }

    private static List<CSVRecord> rows(Optional<Path> folder, String file) {
        try (Reader reader = new InputStreamReader(open(folder, file), StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Optional<Path> folder, String file) {
        try (InputStream stream = open(folder, file)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Optional<Path> folder, String file) throws IOException {
        return folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(file))
                : Evaluation.class.getResourceAsStream("mentoring-up/" + file);
    }
}
