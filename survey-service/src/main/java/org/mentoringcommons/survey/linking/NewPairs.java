package org.mentoringcommons.survey.linking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * Who mentors whom, declared together.
 *
 * @param mentorsProtocol under which the mentors are asked; null for the one under which the mentees are
 * @param pairs at least {@link Pairs#FEWEST}
 */
record NewPairs(UUID mentorsProtocol, @NotNull @Size(max = 5000) List<@NotNull @Valid Pair> pairs) {

    /** Participants by the opaque ids of the rosters, as invitations have them. */
    record Pair(@NotNull UUID mentee, @NotNull UUID mentor) {}

    /** Tells what cannot be so. */
    void check(Violations violations) {
        if (pairs.size() < Pairs.FEWEST) {
            violations
                    .of("pairs")
                    .add("are fewer than " + Pairs.FEWEST + ": it could be told whose answers belong together");
        }
        Set<UUID> seen = new HashSet<>();
        for (int index = 0; index < pairs.size(); index++) {
            Violations here = violations.of("pairs", index);
            if (!seen.add(pairs.get(index).mentee())) {
                here.of("mentee").add("is in another pair");
            }
            if (!seen.add(pairs.get(index).mentor())) {
                here.of("mentor").add("is in another pair, or on the other side of this one");
            }
        }
    }
}
