package org.mentoringcommons.survey.spss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of a system file that says what its columns are. */
record Dictionary(String label, Instant created, int cases, List<Variable> variables) {

    static final int BIAS = 100;

    private static final int PRODUCT = 60;
    private static final int FILE_LABEL = 64;
    private static final int TEXT_FORMAT = 1; // A
    private static final int NUMBER_FORMAT = 5; // F
    private static final int DAY_FORMAT = 39; // SDATE: year/month/day
    private static final int DAY_WIDTH = 10;
    private static final int NUMBER_WIDTH = 8;
    private static final int DECIMAL_WIDTH = 20;
    private static final int TEXT_SHOWN = 36;
    private static final int UTF_8 = 65001;

    void write(Bytes out) throws IOException {
        header(out);
        for (int index = 0; index < variables.size(); index++) {
            variable(out, variables.get(index), shortName(index));
        }
        int place = 1;
        for (Variable variable : variables) {
            if (!variable.valueLabels().isEmpty()) {
                valueLabels(out, variable.valueLabels(), place);
            }
            place += variable.places();
        }
        extensions(out);
        out.integers(999, 0);
    }

    private void header(Bytes out) throws IOException {
        ZonedDateTime moment = created.atZone(ZoneOffset.UTC);
        int places = variables.stream().mapToInt(Variable::places).sum();
        out.padded("$FL2", 4);
        out.padded("@(#) SPSS DATA FILE Mentoring Commons", PRODUCT);
        out.integers(2, places, 1, 0, cases);
        out.number(BIAS);
        out.padded(DateTimeFormatter.ofPattern("dd MMM yy", Locale.ENGLISH).format(moment), 9);
        out.padded(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).format(moment), 8);
        out.padded(label, FILE_LABEL);
        out.raw(new byte[3]);
    }

    /**
     * What old programs call it; the real name follows in a record of its own. No {@link Variable#isName real name} begins
     * so: programs rename one column after the other, and mistake one that has the short name of another for that.
     */
    private static String shortName(int index) {
        return "@" + (index + 1);
    }

    private static int format(Variable variable) {
        return switch (variable.kind()) {
            case TEXT -> TEXT_FORMAT << 16 | variable.width() << 8;
            case DAY -> DAY_FORMAT << 16 | DAY_WIDTH << 8;
            case NUMBER ->
                NUMBER_FORMAT << 16
                        | (variable.decimals() == 0 ? NUMBER_WIDTH : DECIMAL_WIDTH) << 8
                        | variable.decimals();
        };
    }

    private static void variable(Bytes out, Variable variable, String shortName) throws IOException {
        int format = format(variable);
        byte[] label = Variable.bytes(variable.label(), Variable.LONGEST_LABEL);
        out.integers(
                2,
                variable.width(),
                label.length > 0 ? 1 : 0,
                variable.missing().size(),
                format,
                format);
        out.padded(shortName, 8);
        if (label.length > 0) {
            out.integers(label.length);
            out.padded(label, (label.length + 3) / 4 * 4);
        }
        for (int missing : variable.missing()) {
            out.number(missing);
        }
        for (int place = 1; place < variable.places(); place++) {
            out.integers(2, -1, 0, 0, 0, 0);
            out.padded("", 8);
        }
    }

    private static void valueLabels(Bytes out, Map<Integer, String> labels, int place) throws IOException {
        out.integers(3, labels.size());
        for (Map.Entry<Integer, String> value : labels.entrySet()) {
            byte[] label = Variable.bytes(value.getValue(), Variable.LONGEST_VALUE_LABEL);
            out.number(value.getKey());
            out.raw(new byte[] {(byte) label.length});
            out.padded(label, (label.length + 1 + 7) / 8 * 8 - 1);
        }
        out.integers(4, 1, place);
    }

    private void extensions(Bytes out) throws IOException {
        out.extension(3, 4, integers(20, 0, 0, -1, 1, 1, 2, UTF_8));
        ByteArrayOutputStream floats = new ByteArrayOutputStream();
        Bytes numbers = new Bytes(floats);
        numbers.number(-Double.MAX_VALUE); // system-missing
        numbers.number(Double.MAX_VALUE);
        numbers.number(Math.nextUp(-Double.MAX_VALUE));
        out.extension(4, 8, floats.toByteArray());
        int[] display = new int[3 * variables.size()];
        List<String> names = new ArrayList<>();
        for (int index = 0; index < variables.size(); index++) {
            Variable variable = variables.get(index);
            display[3 * index] = variable.measure().ordinal() + 1;
            display[3 * index + 1] = variable.isText() ? Math.min(variable.width(), TEXT_SHOWN) : DAY_WIDTH;
            display[3 * index + 2] = variable.isText() ? 0 : 1; // left, right
            names.add(shortName(index) + "=" + variable.name());
        }
        out.extension(11, 4, integers(display));
        out.extension(13, 1, String.join("\t", names).getBytes(StandardCharsets.UTF_8));
        out.extension(20, 1, "UTF-8".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integers(int... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Bytes(bytes).integers(values);
        return bytes.toByteArray();
    }
}
