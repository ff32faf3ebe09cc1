package org.mentoringcommons.analytics.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A fixture's CSV file; empty and NA cells are missing. */
record Rows(List<String> header, List<CSVRecord> records) {
    static Rows of(Path file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, format)) {
            return new Rows(parser.getHeaderNames(), parser.getRecords());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String... columns) {
        return header.containsAll(Arrays.asList(columns));
    }

    /** The first column whose name starts so. */
    String column(String start) {
        return header.stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    Stream<CSVRecord> stream() {
        return records.stream();
    }

    static boolean isMissing(CSVRecord row, String column) {
        return row.get(column).isBlank() || row.get(column).equals("NA");
    }

    static int integer(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column).strip());
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column).strip());
    }

    /** The sum of some columns, absent unless every one was answered. */
    static OptionalInt completeSum(CSVRecord row, List<String> columns) {
        return columns.stream().anyMatch(column -> isMissing(row, column))
                ? OptionalInt.empty()
                : OptionalInt.of(columns.stream()
                        .mapToInt(column -> integer(row, column))
                        .sum());
    }

    /** The pairs of people who answered all columns of both lists. */
    PairTable pairs(List<String> before, List<String> now, int unitsPerPoint) {
        PairTable.Builder table = PairTable.builder(unitsPerPoint);
        for (CSVRecord row : records) {
            OptionalInt first = completeSum(row, before);
            OptionalInt second = completeSum(row, now);
            if (first.isPresent() && second.isPresent()) {
                table.add(first.getAsInt(), second.getAsInt());
            }
        }
        return table.build();
    }

    /** The counts of one integer for each group, groups in alphabetical order. */
    java.util.TreeMap<String, Counts> grouped(String group, Function<CSVRecord, Integer> value) {
        return stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(group),
                        java.util.TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                rows -> Counts.ofValues(
                                        rows.stream().mapToInt(value::apply).toArray()))));
    }
}
