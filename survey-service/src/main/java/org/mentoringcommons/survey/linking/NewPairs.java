package org.mentoringcommons.survey.linking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * Who mentors whom, declared together.
 *
 * @param mentorsProtocol under which the mentors are asked; null for the one under which the mentees are
 * @param pairs at least {@link Pairs#FEWEST}; a mentee has one mentor, and a mentor as many mentees as at least four others
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
        Map<UUID, Long> menteesOf = counted(pairs.stream().map(Pair::mentor));
        Map<Long, Long> mentorsWith = counted(menteesOf.values().stream());
        Set<UUID> mentees = pairs.stream().map(Pair::mentee).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>();
        for (int index = 0; index < pairs.size(); index++) {
            Pair pair = pairs.get(index);
            Violations here = violations.of("pairs", index);
            if (!seen.add(pair.mentee())) {
                here.of("mentee").add("is in another pair");
            }
            if (mentees.contains(pair.mentor())) {
                here.of("mentor").add("is on the other side of this pair or another");
            }
            long number = menteesOf.get(pair.mentor());
            if (mentorsWith.get(number) < Pairs.FEWEST && (number > 1 || mentorsWith.size() > 1)) {
                here.of("mentor")
                        .add("has " + number + " here, as have fewer than " + Pairs.FEWEST
                                + " mentors: that number could tell whose answers these are");
            }
        }
    }

    private static <T> Map<T, Long> counted(Stream<T> things) {
        return things.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
