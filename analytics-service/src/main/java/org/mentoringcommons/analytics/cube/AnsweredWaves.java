package org.mentoringcommons.analytics.cube;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.analytics.wave.WaveMarks;

/**
 * Which waves have answers in a count, each with the marks it had then: so it can be told later whether an answer was counted,
 * without a note of which were. Packed for each institution that was counted; of a million waves it is 48 MB.
 */
public final class AnsweredWaves {

    private static final int UUIDS = 3;
    private static final int BYTES = UUIDS * 2 * Long.BYTES;

    private final SortedMap<String, ByteBuffer> packed = new TreeMap<>();

    AnsweredWaves(Collection<String> institutions) {
        institutions.forEach(institution -> packed.put(institution, ByteBuffer.allocate(0)));
    }

    /** Those of institutions that are not counted are passed over. */
    void add(String institution, UUID wave, WaveMarks marks) {
        ByteBuffer waves = packed.get(institution);
        if (waves == null) {
            return;
        }
        if (waves.remaining() == 0) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(BYTES, 2 * waves.capacity()));
            waves = larger.put(waves.flip());
            packed.put(institution, waves);
        }
        put(put(put(waves, wave), marks.joined()), marks.left());
    }

    private static ByteBuffer put(ByteBuffer waves, UUID id) {
        return waves.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** {@return what is to be kept, by institution; nothing of one that has none} */
    public SortedMap<String, byte[]> bytes() {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        packed.forEach((institution, waves) -> bytes.put(institution, Arrays.copyOf(waves.array(), waves.position())));
        return bytes;
    }

    /** {@return the marks that a wave had when it was counted; empty if none of its answers was} */
    public static Optional<WaveMarks> marks(byte[] ofInstitution, UUID wave) {
        ByteBuffer waves = ByteBuffer.wrap(ofInstitution);
        while (waves.hasRemaining()) {
            UUID id = next(waves);
            WaveMarks marks = new WaveMarks(next(waves), next(waves));
            if (id.equals(wave)) {
                return Optional.of(marks);
            }
        }
        return Optional.empty();
    }

    private static UUID next(ByteBuffer waves) {
        return new UUID(waves.getLong(), waves.getLong());
    }
}
