package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.WaveErasing;
import org.mentoringcommons.analytics.wave.Waves;
import org.mentoringcommons.exchange.ParentMissing;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/**
 * Rows and counts follow responses in one transaction: what a row says is taken away, what the new state says is added.
 * The exchange lets each version through once, so nothing is counted twice; an erasure subtracts exactly. Word of a
 * withdrawal is as good as the erasure that follows it, of which it may be all that comes.
 */
@ApplicationScoped
class ResponseIntake implements Subscription<ResponseState> {

    private static final int TOGETHER = 2_000;

    private final Responses responses;
    private final Counts counts;
    private final Waves waves;
    private final Instruments instruments;
    private final Versions versions;
    private final Event<AnswerGone> taken;

    ResponseIntake(
            Responses responses,
            Counts counts,
            Waves waves,
            Instruments instruments,
            Versions versions,
            Event<AnswerGone> taken) {
        this.taken = taken;
        this.responses = responses;
        this.counts = counts;
        this.waves = waves;
        this.instruments = instruments;
        this.versions = versions;
    }

    @Override
    public String topic() {
        return "responses";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.response.v1";
    }

    @Override
    public Class<ResponseState> state() {
        return ResponseState.class;
    }

    @Override
    public Set<String> after() {
        return Set.of("waves");
    }

    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public void apply(Received<ResponseState> fact) {
        applyAll(List.of(fact));
    }

    @Override
    public void applyAll(List<Received<ResponseState>> facts) {
        if (facts.get(0).tenant().isEmpty()) {
            throw new Unacceptable("a response belongs to an institution");
        }
        List<ResponseState> told =
                facts.stream().flatMap(fact -> fact.state().stream()).toList();
        List<ResponseState> withdrawn =
                told.stream().filter(ResponseState::withdrawn).toList();
        List<UUID> gone = Stream.concat(
                        withdrawn.stream().map(ResponseState::id),
                        facts.stream().filter(fact -> fact.state().isEmpty()).map(fact -> UUID.fromString(fact.key())))
                .toList();
        Set<UUID> leftOut = gone.isEmpty() ? Set.of() : leftOut(withdrawn, gone);
        List<ResponseState> states =
                counting(told.stream().filter(state -> !state.withdrawn()).toList());
        Map<UUID, AnswerGone.Last> last = change(states, gone);
        facts.stream()
                .filter(fact -> fact.state().map(ResponseState::withdrawn).orElse(true))
                .forEach(fact -> taken.fire(gone(fact, leftOut, last)));
    }

    private static AnswerGone gone(Received<ResponseState> fact, Set<UUID> leftOut, Map<UUID, AnswerGone.Last> stood) {
        UUID id = UUID.fromString(fact.key());
        Optional<AnswerGone.Last> last = Optional.ofNullable(stood.get(id));
        return new AnswerGone(
                id,
                last.map(AnswerGone.Last::wave).or(() -> fact.state().map(ResponseState::wave)),
                last.map(AnswerGone.Last::opening).orElse(fact.time()),
                leftOut.contains(id),
                last);
    }

    /** Those of them that are known to have counted nowhere: not here, although they came. */
    private Set<UUID> leftOut(List<ResponseState> withdrawn, List<UUID> gone) {
        Set<UUID> known = responses.erased(gone);
        Set<UUID> waves =
                this.waves.leftOut(withdrawn.stream().map(ResponseState::wave).toList());
        withdrawn.stream().filter(state -> waves.contains(state.wave())).forEach(state -> known.add(state.id()));
        return known;
    }

    /** Without answers to waves that count nowhere; what comes of those later, codes say, is of no account. */
    private List<ResponseState> counting(List<ResponseState> states) {
        Set<UUID> leftOut =
                waves.leftOut(states.stream().map(ResponseState::wave).collect(Collectors.toSet()));
        if (leftOut.isEmpty()) {
            return states;
        }
        responses.remove(states.stream()
                .filter(state -> leftOut.contains(state.wave()))
                .map(ResponseState::id)
                .toList());
        return states.stream().filter(state -> !leftOut.contains(state.wave())).toList();
    }

    void eraseAllOf(@Observes WaveErasing erasing) {
        List<UUID> answers = responses.ofWave(erasing.wave());
        if (!answers.isEmpty()) {
            change(List.of(), answers);
        }
    }

    /** {@return of those erased that were here, how they stood} */
    private Map<UUID, AnswerGone.Last> change(Collection<ResponseState> states, Collection<UUID> erased) {
        Versions.Version version = versions.raise();
        Map<UUID, Responses.Row> known =
                responses.find(Stream.concat(states.stream().map(ResponseState::id), erased.stream())
                        .toList());
        Map<UUID, Waves.Asked> asked = waves.asked(Stream.concat(
                        states.stream().map(ResponseState::wave),
                        known.values().stream().map(Responses.Row::wave))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<InstrumentReference, Structure> structures = new HashMap<>();
        asked.values()
                .forEach(wave -> structures.computeIfAbsent(
                        wave.instrument(),
                        instrument -> instruments.find(instrument).orElseThrow()));

        Changes changes = new Changes(structures::get);
        known.values().forEach(row -> changes.takeAway(asked.get(row.wave()), row.research(), row.answers()));
        List<Responses.Row> rows = new ArrayList<>();
        for (ResponseState state : states) {
            Responses.Row row = row(state, asked, structures, known.get(state.id()));
            changes.add(asked.get(row.wave()), row.research(), row.answers());
            changes.becomes(
                    asked.get(row.wave()),
                    known.containsKey(row.id()) && known.get(row.id()).research(),
                    row.research());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            responses.put(rows);
        }
        if (!erased.isEmpty()) {
            responses.remove(erased);
        }
        waves.answered(changes.answered());
        if (changes.takeAway()) {
            versions.unpack();
        }
        if (!version.recountDue()) {
            counts.add(version.number(), changes);
        }
        return erased.stream()
                .filter(known::containsKey)
                .collect(Collectors.toMap(id -> id, id -> last(known.get(id), asked)));
    }

    private static AnswerGone.Last last(Responses.Row row, Map<UUID, Waves.Asked> asked) {
        Waves.Asked wave = asked.get(row.wave());
        return new AnswerGone.Last(row.wave(), wave.opening(), row.research(), wave.marks());
    }

    private static Responses.Row row(
            ResponseState state,
            Map<UUID, Waves.Asked> asked,
            Map<InstrumentReference, Structure> structures,
            Responses.Row known) {
        Waves.Asked wave = asked.get(state.wave());
        if (wave == null) {
            throw new ParentMissing("waves", state.wave().toString());
        }
        if (known != null && !known.wave().equals(state.wave())) {
            throw new Unacceptable("a response never changes its wave");
        }
        try {
            return new Responses.Row(
                    state.id(),
                    state.wave(),
                    state.research(),
                    structures.get(wave.instrument()).pack(state.answers()));
        } catch (IllegalArgumentException unfit) {
            throw new Unacceptable("an answer does not fit the instrument: " + unfit.getMessage());
        }
    }
}
