package org.mentoringcommons.analytics.instrument;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * How many people answered, and how many of them gave each pair (before, now): of a then/now item's answers (0 for
 * missing), and of a scale's integer scores. What is added can be taken away again and leaves nothing behind, because
 * everything is an integer; sums beyond a long are refused, never wrong.
 *
 * <p>Cells are numbered through: the items' squares in the instrument's order, then the scales'. Packed, only the cells
 * that are not zero are written, as the distance from the one before and the count; equal counts are equal bytes.
 */
public final class CellCounts {

    private static final int DENSE = 1 << 17;

    /** One square of cells. */
    private record Square(String key, int first, int side, Terms terms) {}

    private final Structure structure;
    private final Square[] items;
    private final Square[] scales;
    private final int size;
    private final long[] dense;
    private final TreeMap<Integer, Long> sparse = new TreeMap<>();
    private long people;

    /** @param structure of the instrument, with the scoring rule to count by */
    public CellCounts(Structure structure) {
        this(structure, true);
    }

    /** {@return counts that cost no more than the cells a few people touch} */
    public static CellCounts ofFew(Structure structure) {
        return new CellCounts(structure, false);
    }

    private CellCounts(Structure structure, boolean many) {
        this.structure = structure;
        int next = 0;
        items = new Square
                [(int) structure.items().stream()
                        .filter(ThenNow.class::isInstance)
                        .count()];
        int place = 0;
        for (Item item : structure.items()) {
            if (item instanceof ThenNow pair) {
                int side = pair.points() + 1;
                items[place++] = new Square(item.key(), next, side, Terms.ofItem(structure.offset(item.key())));
                next = Math.addExact(next, side * side);
            }
        }
        scales = new Square[structure.scales().size()];
        place = 0;
        for (Scale scale : structure.scales()) {
            int side = highest(scale) + 1;
            scales[place++] = new Square(scale.key(), next, side, structure.terms(scale));
            next = Math.addExact(next, Math.multiplyExact(side, side));
        }
        size = next;
        dense = many && size <= DENSE ? new long[size] : null;
    }

    private int highest(Scale scale) {
        int most = scale.items().stream().mapToInt(structure::points).max().orElseThrow();
        return most * scale.unitsPerPoint();
    }

    /** Counts the person whose packed row begins at this byte. */
    public void add(byte[] rows, int at) {
        count(rows, at, 1);
    }

    /** Takes a person away who was counted before. */
    public void takeAway(byte[] rows, int at) {
        count(rows, at, -1);
    }

    private void count(byte[] rows, int at, long change) {
        people = Math.addExact(people, change);
        for (Square item : items) {
            int from = at + item.terms().offsets()[0];
            int then = Byte.toUnsignedInt(rows[from]);
            add(item.first() + then * item.side() + (then == 0 ? 0 : Byte.toUnsignedInt(rows[from + 1])), change);
        }
        for (Square scale : scales) {
            long scores = Answers.scores(rows, at, scale.terms());
            if (scores >= 0) {
                add(scale.first() + (int) (scores >>> 32) * scale.side() + (int) scores, change);
            }
        }
    }

    private void add(int cell, long change) {
        if (dense != null) {
            dense[cell] = Math.addExact(dense[cell], change);
        } else {
            long now = Math.addExact(sparse.getOrDefault(cell, 0L), change);
            if (now == 0) {
                sparse.remove(cell);
            } else {
                sparse.put(cell, now);
            }
        }
    }

    /** Adds what was packed from counts of the same instrument and rule. */
    public void add(byte[] packed) {
        Varints in = new Varints(packed);
        people = Math.addExact(people, in.signed());
        int cell = -1;
        while (in.hasMore()) {
            cell = Math.addExact(cell, Math.toIntExact(in.unsigned()));
            add(Objects.checkIndex(cell, size), in.signed());
        }
    }

    /** {@return all counts; the same bytes for the same counts} */
    public byte[] packed() {
        Varints.Writer out = new Varints.Writer(new ByteArrayOutputStream());
        out.signed(people);
        int[] last = {-1};
        each((cell, count) -> {
            out.unsigned(cell - last[0]);
            out.signed(count);
            last[0] = cell;
        });
        return out.bytes();
    }

    /** {@return whether nobody is counted and no cell differs from zero} */
    public boolean isNothing() {
        return people == 0
                && (dense == null ? sparse.isEmpty() : Arrays.stream(dense).allMatch(count -> count == 0));
    }

    /** {@return whether fewer than nobody would be counted anywhere} */
    public boolean isImpossible() {
        return people < 0
                || (dense == null
                        ? sparse.values().stream().anyMatch(count -> count < 0)
                        : Arrays.stream(dense).anyMatch(count -> count < 0));
    }

    /** {@return how many people are counted} */
    public long people() {
        return people;
    }

    /** Hands out the pairs of an item's answers that somebody gave; 0 for missing. */
    public void item(String key, ObjLongConsumer<Answer.Pair> reader) {
        square(items, key, reader);
    }

    /** Hands out the pairs of scores on a scale that somebody has, in the scale's units. */
    public void scale(String key, ObjLongConsumer<Answer.Pair> reader) {
        square(scales, key, reader);
    }

    private void square(Square[] squares, String key, ObjLongConsumer<Answer.Pair> reader) {
        Square square = Arrays.stream(squares)
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing of this key is counted"));
        each(square.first(), square.first() + square.side() * square.side(), (cell, count) -> {
            int within = cell - square.first();
            reader.accept(new Answer.Pair(within / square.side(), within % square.side()), count);
        });
    }

    private interface CellReader {
        void read(int cell, long count);
    }

    private void each(CellReader reader) {
        each(0, size, reader);
    }

    private void each(int from, int to, CellReader reader) {
        if (dense == null) {
            for (Map.Entry<Integer, Long> cell : sparse.subMap(from, to).entrySet()) {
                reader.read(cell.getKey(), cell.getValue());
            }
            return;
        }
        for (int cell = from; cell < to; cell++) {
            if (dense[cell] != 0) {
                reader.read(cell, dense[cell]);
            }
        }
    }
}
