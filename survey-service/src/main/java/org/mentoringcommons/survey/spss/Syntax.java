package org.mentoringcommons.survey.spss;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commands by which SPSS, or PSPP, reads a CSV file as the same data that a system file would hold. Lines are kept
 * short: long ones are cut off where the commands are run from a file.
 *
 * @param file the name of the CSV file, whose first line has names
 * @param columns in the file's order
 */
public record Syntax(String file, List<Column> columns) {

    private static final int PIECE = 60;

    /**
     * A column of the file.
     *
     * @param variable what becomes of it
     * @param words of a number that the file has as words: each as the file has it, in the order 1, 2, 3, …; null if the
     *     file has numbers
     */
    public record Column(Variable variable, List<String> words) {}

    @Override
    public String toString() {
        List<String> read = read();
        StringBuilder all = new StringBuilder();
        all.append("SET DECIMAL=DOT.\nGET DATA\n  /TYPE=TXT\n  /FILE=")
                .append(literal(file))
                .append("\n  /ENCODING='UTF-8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=','\n  /QUALIFIER='\"'")
                .append("\n  /FIRSTCASE=2\n  /VARIABLES=");
        for (int index = 0; index < columns.size(); index++) {
            all.append("\n    ").append(read.get(index)).append(' ').append(format(columns.get(index)));
        }
        all.append(".\n");
        boolean recoded = false;
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).words() != null) {
                recode(all, read.get(index), columns.get(index));
                recoded = true;
            }
        }
        columns.forEach(column -> describe(all, column.variable()));
        if (recoded) {
            all.append("ADD FILES /FILE=*\n  /KEEP=");
            columns.forEach(
                    column -> all.append("\n    ").append(column.variable().name()));
            all.append(".\n");
        }
        return all.append("EXECUTE.\n").toString();
    }

    /** What each column is read as: words under a name that nothing else has, until they are numbers. */
    private List<String> read() {
        Set<String> names = columns.stream()
                .map(column -> column.variable().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> read = new ArrayList<>();
        int number = 0;
        for (Column column : columns) {
            String name = column.variable().name();
            while (column.words() != null
                    && (name.equals(column.variable().name()) || !names.add(name.toLowerCase(Locale.ROOT)))) {
                name = "words_" + ++number;
            }
            read.add(name);
        }
        return read;
    }

    private static String format(Column column) {
        Variable variable = column.variable();
        if (column.words() != null) {
            return "A"
                    + column.words().stream()
                            .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                            .max()
                            .orElse(1);
        }
        return switch (variable.kind()) {
            case TEXT -> "A" + variable.width();
            case DAY -> "SDATE10";
            case NUMBER -> variable.decimals() == 0 ? "F8.0" : "F20." + variable.decimals();
        };
    }

    private static void recode(StringBuilder all, String from, Column column) {
        all.append("RECODE ").append(from);
        for (int number = 1; number <= column.words().size(); number++) {
            all.append("\n  (")
                    .append(literal(column.words().get(number - 1)))
                    .append('=')
                    .append(number)
                    .append(')');
        }
        all.append("\n  INTO ")
                .append(column.variable().name())
                .append(".\nFORMATS ")
                .append(column.variable().name())
                .append(" (F8.0).\n");
    }

    private static void describe(StringBuilder all, Variable variable) {
        all.append("VARIABLE LABELS ").append(variable.name()).append("\n  ");
        all.append(literal(Variable.cut(variable.label(), Variable.LONGEST_LABEL)))
                .append(".\n");
        if (!variable.valueLabels().isEmpty()) {
            all.append("VALUE LABELS ").append(variable.name());
            for (Map.Entry<Integer, String> value : variable.valueLabels().entrySet()) {
                all.append("\n  ").append(value.getKey()).append(' ');
                all.append(literal(Variable.cut(value.getValue(), Variable.LONGEST_VALUE_LABEL)));
            }
            all.append(".\n");
        }
        if (!variable.missing().isEmpty()) {
            all.append("MISSING VALUES ").append(variable.name()).append(" (");
            all.append(variable.missing().stream().map(String::valueOf).collect(Collectors.joining(", ")));
            all.append(").\n");
        }
        all.append("VARIABLE LEVEL ").append(variable.name());
        all.append(" (").append(variable.measure()).append(").\n");
    }

    /** Between apostrophes, in pieces that fit into a line. */
    private static String literal(String text) {
        List<String> pieces = new ArrayList<>();
        String left = text.replaceAll("\\p{Cntrl}+", " ");
        do {
            String piece = Variable.cut(left, PIECE);
            pieces.add("'" + piece.replace("'", "''") + "'");
            left = left.substring(piece.length());
        } while (!left.isEmpty());
        return String.join(" +\n    ", pieces);
    }
}
