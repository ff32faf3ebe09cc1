package org.mentoringcommons.survey.spss;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An SPSS system file ({@code .sav}) written as its rows come, compressed, in UTF-8. How many there will be has to be known:
 * not all programs read a file that does not say so. Not for several threads.
 */
public final class SystemFile implements Closeable {

    private static final int AT_ONCE = 8;
    private static final int SMALLEST = 1;
    private static final int LARGEST = 251;
    private static final int END = 252;
    private static final int RAW = 253;
    private static final int BLANKS = 254;
    private static final int MISSING = 255;
    private static final long EIGHT_BLANKS = 0x2020202020202020L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1582, 10, 14);
    private static final long SECONDS_A_DAY = 86_400;

    private final Bytes out;
    private final List<Variable> variables;
    private final byte[] codes = new byte[AT_ONCE];
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final Bytes rawBytes = new Bytes(raw);
    private final int cases;
    private int pending;
    private int written;

    /**
     * Writes what the columns are.
     *
     * @param label of the file; cut at 64 bytes
     * @param cases how many rows there will be
     * @throws IllegalArgumentException if two columns have one name, whatever its case
     */
    public SystemFile(OutputStream out, String label, Instant created, int cases, List<Variable> variables)
            throws IOException {
        Set<String> names = new HashSet<>();
        for (Variable variable : variables) {
            if (!names.add(variable.name().toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two variables have one name: " + variable.name());
            }
        }
        this.out = new Bytes(out);
        this.variables = List.copyOf(variables);
        this.cases = cases;
        new Dictionary(label, created, cases, this.variables).write(this.out);
    }

    /**
     * Writes one case.
     *
     * @param values a {@link Number}, a {@link LocalDate} or a {@link String} as the column says, or null for none
     */
    public void row(Object... values) throws IOException {
        if (values.length != variables.size()) {
            throw new IllegalArgumentException("a row has " + variables.size() + " values");
        }
        written++;
        for (int index = 0; index < values.length; index++) {
            Variable variable = variables.get(index);
            switch (variable.kind()) {
                case TEXT -> text((String) values[index], variable);
                case DAY -> day((LocalDate) values[index]);
                case NUMBER -> number((Number) values[index]);
            }
        }
    }

    private void day(LocalDate day) throws IOException {
        number(day == null ? null : FIRST_DAY.until(day, ChronoUnit.DAYS) * SECONDS_A_DAY);
    }

    private void number(Number value) throws IOException {
        if (value == null) {
            code(MISSING);
            return;
        }
        double number = value.doubleValue();
        double coded = number + Dictionary.BIAS;
        if (coded >= SMALLEST && coded <= LARGEST && coded == Math.rint(coded)) {
            code((int) coded);
        } else {
            rawBytes.number(number);
            code(RAW);
        }
    }

    private void text(String value, Variable variable) throws IOException {
        byte[] padded = new byte[variable.places() * Long.BYTES];
        byte[] bytes = Variable.bytes(value == null ? "" : value, variable.width());
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        for (int place = 0; place < padded.length; place += Long.BYTES) {
            if (ByteBuffer.wrap(padded).getLong(place) == EIGHT_BLANKS) {
                code(BLANKS);
            } else {
                rawBytes.raw(Arrays.copyOfRange(padded, place, place + Long.BYTES));
                code(RAW);
            }
        }
    }

    private void code(int code) throws IOException {
        codes[pending++] = (byte) code;
        if (pending == AT_ONCE) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.raw(codes);
        out.raw(raw.toByteArray());
        raw.reset();
        pending = 0;
        Arrays.fill(codes, (byte) 0);
    }

    /**
     * Ends the file and closes what it is written to.
     *
     * @throws IOException also if there were not as many rows as the file says
     */
    @Override
    public void close() throws IOException {
        code(END);
        if (pending > 0) {
            flush();
        }
        out.out().close();
        if (written != cases) {
            throw new IOException("a file of " + cases + " cases was given " + written);
        }
    }
}
