package org.mentoringcommons.analytics.withdrawal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.analytics.release.CountedWaves;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code withdrawn-answers} fact: a withdrawn answer is in no number here any more, but in these releases. Told once.
 *
 * @param releases frozen ones; an answer that no release counted is told with none
 */
record WithdrawnAnswerFact(UUID id, List<Release> releases) {

    private static final String TOPIC = "withdrawn-answers";
    private static final String TYPE = "org.mentoringcommons.withdrawn-answer.v1";

    /** @param study its key */
    record Release(int number, String study, String title, String address, Holding holding) {

        static Release of(CountedWaves.Holding release) {
            return new Release(
                    release.number(),
                    release.study(),
                    release.title(),
                    release.address(),
                    release.certain() ? Holding.COUNTED : Holding.POSSIBLE);
        }
    }

    /** How certain it is. */
    enum Holding {
        @JsonProperty("counted")
        COUNTED,
        /** It cannot be ruled out. */
        @JsonProperty("possible")
        POSSIBLE
    }

    /** @param opening of its wave, the only time that is known of an answer: when it was withdrawn is nobody's business */
    static Fact of(UUID answer, List<CountedWaves.Holding> releases, Instant opening) {
        return new Fact(
                TOPIC,
                answer.toString(),
                TYPE,
                1,
                opening,
                new WithdrawnAnswerFact(
                        answer, releases.stream().map(Release::of).toList()));
    }
}
