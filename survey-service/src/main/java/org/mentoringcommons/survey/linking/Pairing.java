package org.mentoringcommons.survey.linking;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.response.GivenAnswers;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Takes note of who mentors whom. The ids that come in are turned into pseudonyms within the request and kept nowhere. A
 * declaration is never changed, or what a change adds or takes away would tell whose answers they are.
 */
@ApplicationScoped
class Pairing {

    private final Pairs pairs;
    private final Protocols protocols;
    private final Pseudonyms pseudonyms;
    private final GivenAnswers answers;
    private final Seals seals;
    private final AuditTrail trail;
    private final TenantBinding binding;

    Pairing(
            Pairs pairs,
            Protocols protocols,
            Pseudonyms pseudonyms,
            GivenAnswers answers,
            Seals seals,
            AuditTrail trail,
            TenantBinding binding) {
        this.pairs = pairs;
        this.protocols = protocols;
        this.pseudonyms = pseudonyms;
        this.answers = answers;
        this.seals = seals;
        this.trail = trail;
        this.binding = binding;
    }

    /** @param first whether it was declared just now; otherwise the same had been before */
    record Declared(PairsView view, boolean first) {}

    /**
     * Declares pairs, within the transaction under way. The same once more, as a retry sends it, changes nothing.
     *
     * @param protocol under which the mentees are asked
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code protocol-not-found}, 400 {@code pairs-unfit}, 409
     *     {@code already-paired}; {@code violations} names each
     */
    Declared declare(UUID protocol, NewPairs wanted) {
        UUID mentorsProtocol = wanted.mentorsProtocol() == null ? protocol : wanted.mentorsProtocol();
        check(protocol, mentorsProtocol, wanted);
        // nobody withdraws meanwhile, and no two declarations meet; by id, so that two do not wait for each other
        Stream.of(protocol, mentorsProtocol).distinct().sorted().forEach(answers::holdBack);
        List<Pairs.Member> members = members(protocol, mentorsProtocol, wanted.pairs());
        UUID declaration = declaration(members);
        boolean first = !pairs.areThere(declaration, protocol);
        if (first) {
            requireUnpaired(members);
            pairs.add(declaration, members);
            note("pairs.declared", protocol, wanted.pairs().size() + " pairs");
        }
        return new Declared(new PairsView(declaration, wanted.pairs().size(), notInvited(wanted)), first);
    }

    /**
     * Takes a declaration back, within the transaction under way.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code pairs-not-found}, 409 {@code pairs-shown}
     */
    void takeBack(UUID protocol, UUID declaration) {
        if (!pairs.areThere(declaration, protocol)) {
            throw Refusal.notFound("pairs").problem();
        }
        answers.holdBack(protocol);
        if (pairs.mayBeShown(protocol)) {
            throw Refusal.conflict("pairs-shown", "Evaluators may have read which answers belong together")
                    .detail("Declared otherwise now, the difference would tell whose answers they are.")
                    .problem();
        }
        pairs.remove(declaration);
        note("pairs.taken-back", protocol, "a declaration");
    }

    private void check(UUID protocol, UUID mentorsProtocol, NewPairs wanted) {
        if (protocols.find(protocol).isEmpty()) {
            throw Refusal.notFound("protocol").problem();
        }
        Violations violations = Violations.none();
        if (protocols.find(mentorsProtocol).isEmpty()) {
            violations.of("mentorsProtocol").add("does not exist");
        }
        wanted.check(violations);
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("pairs-unfit", "Pairs cannot be declared so")
                    .violations(violations.all())
                    .problem();
        }
    }

    private List<Pairs.Member> members(UUID protocol, UUID mentorsProtocol, List<NewPairs.Pair> wanted) {
        List<Pairs.Member> members = new ArrayList<>();
        Map<UUID, UUID> together = together(protocol, mentorsProtocol, wanted);
        for (NewPairs.Pair pair : wanted) {
            UUID code = together.get(pair.mentor());
            members.add(new Pairs.Member(protocol, pseudonyms.of(protocol, pair.mentee()), Side.MENTEE, code));
            members.add(new Pairs.Member(
                    mentorsProtocol, pseudonyms.of(mentorsProtocol, pair.mentor()), Side.MENTOR, code));
        }
        return members;
    }

    /** What a mentor and all their mentees have in common, by mentor; the same in whatever order they come. */
    private Map<UUID, UUID> together(UUID protocol, UUID mentorsProtocol, List<NewPairs.Pair> wanted) {
        Map<UUID, List<byte[]>> mentees = wanted.stream()
                .collect(Collectors.groupingBy(
                        NewPairs.Pair::mentor,
                        Collectors.mapping(pair -> pseudonyms.of(protocol, pair.mentee()), Collectors.toList())));
        return mentees.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, group -> {
            Stream<byte[]> sorted = group.getValue().stream().sorted(Arrays::compareUnsigned);
            byte[] mentor = pseudonyms.of(mentorsProtocol, group.getKey());
            return seals.code(
                    Seals.Purpose.PAIR, Stream.concat(sorted, Stream.of(mentor)).toArray(byte[][]::new));
        }));
    }

    /** The same for the same pairs, in whatever order they come. */
    private UUID declaration(List<Pairs.Member> members) {
        return seals.code(
                Seals.Purpose.PAIR,
                members.stream()
                        .map(Pairs.Member::pair)
                        .distinct()
                        .sorted()
                        .map(pair -> ByteBuffer.allocate(16)
                                .putLong(pair.getMostSignificantBits())
                                .putLong(pair.getLeastSignificantBits())
                                .array())
                        .toArray(byte[][]::new));
    }

    private void requireUnpaired(List<Pairs.Member> members) {
        List<Integer> others = pairs.others(members);
        if (!others.isEmpty()) {
            Refusal refusal = Refusal.conflict("already-paired", "Some are in a pair already");
            others.forEach(place -> refusal.violation(
                    "pairs[" + place / 2 + "]." + (place % 2 == 0 ? "mentee" : "mentor"), "is in a pair already"));
            throw refusal.problem();
        }
    }

    private List<UUID> notInvited(NewPairs wanted) {
        List<UUID> everybody = wanted.pairs().stream()
                .flatMap(pair -> Stream.of(pair.mentee(), pair.mentor()))
                .toList();
        Set<UUID> invited = pairs.invited(everybody);
        return everybody.stream().filter(person -> !invited.contains(person)).toList();
    }

    private void note(String action, UUID protocol, String detail) {
        trail.record(Deed.of(action, "protocol", protocol.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(detail));
    }
}
