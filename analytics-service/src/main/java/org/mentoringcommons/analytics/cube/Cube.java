package org.mentoringcommons.analytics.cube;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A study's exact counts by every group of its releases, nothing suppressed. For the release role only. Holds no row of any
 * person: counts, and a {@link Sketch} of those who contributed. Immutable.
 */
public final class Cube {

    private final int countable;
    private final SortedSet<CellKey> strata;
    private final SortedSet<String> agreed;
    private final SortedMap<MeasureKey, Measured> measures;
    private final byte[] seed;
    private final byte[] bytes;

    /**
     * @param countable up to how many elements sketches count
     * @param strata the combinations of a workshop's categories that there are
     * @param agreed aliases of the institutions that agreed to be named
     * @param measures what is measured of every group
     * @param seed of the noise of a differentially private release, drawn for this cube alone; else of no length
     */
    Cube(
            int countable,
            SortedSet<CellKey> strata,
            SortedSet<String> agreed,
            SortedMap<MeasureKey, Measured> measures,
            byte[] seed) {
        this.countable = countable;
        this.agreed = Collections.unmodifiableSortedSet(agreed);
        this.strata = Collections.unmodifiableSortedSet(strata);
        this.measures = Collections.unmodifiableSortedMap(measures);
        this.seed = seed.clone();
        this.bytes = CubeFormat.write(this);
    }

    /**
     * {@return the cube written by {@link #bytes()}}
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Cube of(byte[] bytes) {
        return CubeFormat.read(bytes);
    }

    /** {@return it as bytes, always the same for the same counts; what is sealed} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return SHA-256 of its bytes in hexadecimal, which is published} */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] seed() {
        return seed.clone();
    }

    int countable() {
        return countable;
    }

    SortedSet<CellKey> strata() {
        return strata;
    }

    SortedSet<String> agreed() {
        return agreed;
    }

    SortedMap<MeasureKey, Measured> measures() {
        return measures;
    }
}
