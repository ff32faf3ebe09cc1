package org.mentoringcommons.analytics.cohort;

import java.util.Map;
import org.mentoringcommons.analytics.response.Population;

/**
 * The coded texts of one item over one population.
 *
 * @param texts how many texts are coded
 * @param codes how many of them carry each code; a text can carry several
 * @param judged what two coders had said of them, each alone, where that is known
 * @param <P> whose texts
 */
public record CodedTexts<P extends Population>(long texts, Map<String, Long> codes, Judged judged) {

    /** {@return all code assignments together} */
    public long assignments() {
        return codes.values().stream().mapToLong(Long::longValue).sum();
    }
}
