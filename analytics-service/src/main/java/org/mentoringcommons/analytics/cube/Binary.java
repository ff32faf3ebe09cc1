package org.mentoringcommons.analytics.cube;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads whole numbers, texts and keys; numbers in as few bytes as they need. */
final class Binary {

    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private Binary() {}

    /** Writes. */
    static final class Out {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out number(long number) {
            long left = number;
            while ((left & -MORE) != 0) {
                bytes.write((int) left | MORE);
                left >>>= SEVEN;
            }
            bytes.write((int) left);
            return this;
        }

        Out text(String text) {
            return binary(text.getBytes(StandardCharsets.UTF_8));
        }

        Out key(CellKey key) {
            number(key.categories().size());
            key.categories().forEach((dimension, category) -> number(dimension.ordinal())
                    .text(category));
            return this;
        }

        Out measure(MeasureKey key) {
            return number(key.subject().ordinal()).text(key.name());
        }

        Out sketch(Sketch sketch) {
            number(sketch.sums().length);
            ByteBuffer sums = ByteBuffer.allocate(sketch.sums().length * Long.BYTES);
            sums.asLongBuffer().put(sketch.sums());
            bytes.writeBytes(sums.array());
            return this;
        }

        Out marks(SortedMap<Long, Mark> marks) {
            number(marks.size());
            marks.forEach(
                    (institution, mark) -> word(institution).number(mark.n()).word(mark.sum()));
            return this;
        }

        Out word(long word) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(word).array());
            return this;
        }

        Out binary(byte[] some) {
            number(some.length);
            bytes.writeBytes(some);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads what {@link Out} wrote. */
    static final class In {

        private final ByteBuffer bytes;

        In(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        long number() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes.get();
                number |= (long) (next & MORE - 1) << shift;
                shift += SEVEN;
            } while (next < 0);
            return number;
        }

        int integer() {
            return Math.toIntExact(number());
        }

        long word() {
            return bytes.getLong();
        }

        byte[] binary() {
            byte[] some = new byte[integer()];
            bytes.get(some);
            return some;
        }

        String text() {
            return new String(binary(), StandardCharsets.UTF_8);
        }

        CellKey key() {
            SortedMap<Dimension, String> categories = new TreeMap<>();
            for (int left = integer(); left > 0; left--) {
                categories.put(Dimension.values()[integer()], text());
            }
            return new CellKey(categories);
        }

        MeasureKey measure() {
            return new MeasureKey(MeasureKey.Subject.values()[integer()], text());
        }

        Sketch sketch() {
            return sketch(new long[integer()]);
        }

        /** One that was written without its length. */
        Sketch sketch(int countable) {
            return sketch(Sketch.ofNone(countable).sums());
        }

        private Sketch sketch(long[] sums) {
            bytes.asLongBuffer().get(sums);
            bytes.position(bytes.position() + sums.length * Long.BYTES);
            return Sketch.of(sums);
        }

        SortedMap<Long, Mark> marks() {
            SortedMap<Long, Mark> marks = new TreeMap<>();
            for (int left = integer(); left > 0; left--) {
                marks.put(bytes.getLong(), new Mark(number(), bytes.getLong()));
            }
            return marks;
        }

        boolean hasMore() {
            return bytes.hasRemaining();
        }
    }
}
