package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.Wave;
import org.mentoringcommons.analytics.wave.WaveErasing;
import org.mentoringcommons.analytics.wave.Waves;
import org.mentoringcommons.exchange.ParentMissing;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/**
 * Row and counts follow a response in one transaction: what its row says is taken away, what the new state says is
 * added. The exchange lets each version through once, so nothing is counted twice; an erasure subtracts exactly.
 */
@ApplicationScoped
class ResponseIntake implements Subscription<ResponseState> {

    private final Responses responses;
    private final Counts counts;
    private final Waves waves;
    private final Instruments instruments;
    private final Versions versions;

    ResponseIntake(Responses responses, Counts counts, Waves waves, Instruments instruments, Versions versions) {
        this.versions = versions;
        this.responses = responses;
        this.counts = counts;
        this.waves = waves;
        this.instruments = instruments;
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
    public void apply(Received<ResponseState> fact) {
        if (fact.tenant().isEmpty()) {
            throw new Unacceptable("a response belongs to an institution");
        }
        versions.raise();
        fact.state().ifPresentOrElse(this::count, () -> responses
                .find(UUID.fromString(fact.key()))
                .ifPresent(this::erase));
    }

    void eraseAllOf(@Observes WaveErasing erasing) {
        responses.ofWave(erasing.wave()).forEach(this::erase);
    }

    private void count(ResponseState now) {
        Wave wave = waves.find(now.wave())
                .orElseThrow(() -> new ParentMissing("waves", now.wave().toString()));
        Structure structure = structure(wave);
        Optional<Response> known = responses.find(now.id());
        if (known.isPresent() && !known.get().wave().equals(now.wave())) {
            throw new Unacceptable("a response never changes its wave");
        }
        Contribution before = known.map(row -> Contribution.of(structure, row)).orElseGet(Contribution::nothing);
        Response response = known.orElseGet(() -> new Response(now.id(), now.wave()));
        response.become(now.research(), pack(structure, now));
        if (known.isEmpty()) {
            responses.add(response);
        }
        counts.add(Stratum.of(wave), Contribution.of(structure, response).minus(before));
    }

    private void erase(Response response) {
        Wave wave = waves.find(response.wave()).orElseThrow();
        counts.add(Stratum.of(wave), Contribution.nothing().minus(Contribution.of(structure(wave), response)));
        responses.remove(response);
    }

    private Structure structure(Wave wave) {
        return instruments.find(wave.instrument()).orElseThrow();
    }

    private static byte[] pack(Structure structure, ResponseState now) {
        try {
            return structure.pack(now.answers());
        } catch (IllegalArgumentException unfit) {
            throw new Unacceptable("an answer does not fit the instrument: " + unfit.getMessage());
        }
    }
}
