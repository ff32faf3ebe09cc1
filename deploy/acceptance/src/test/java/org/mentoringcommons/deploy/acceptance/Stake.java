package org.mentoringcommons.deploy.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row of {@code operations.txt}: what is at stake in an operation, and how a valid request is made.
 *
 * @param kind tenant, own, person, registry, reach, file, shared, platform, study, link or letter
 * @param also roles that a study's operation admits besides its team
 * @param body with ${things}; null for the empty one
 * @param granted the status with which somebody entitled is answered; null if that is not tried
 */
record Stake(String kind, Set<String> also, String body, Integer granted) {

    private static final int COLUMNS = 6;

    /** All rows, by the words with which {@link Operation} names itself. */
    static Map<String, Stake> all() {
        Map<String, Stake> stakes = new LinkedHashMap<>();
        try (InputStream file = Stake.class.getResourceAsStream("/operations.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, stakes));
            return stakes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(String line, Map<String, Stake> stakes) {
        String[] columns = line.split(" \\| ", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("a row has six columns: " + line);
        }
        String[] kind = columns[3].replace(")", "").split(" \\(");
        Stake stake = new Stake(
                kind[0],
                kind.length == 1 ? Set.of() : Set.of(kind[1].split(", ")),
                columns[4].equals("-") ? null : columns[4].replace("\\n", "\n"),
                columns[5].equals("-") ? null : Integer.valueOf(columns[5]));
        if (stakes.put(columns[0] + " " + columns[1] + " " + columns[2], stake) != null) {
            throw new IllegalArgumentException("two rows of one operation: " + line);
        }
    }
}
