package org.mentoringcommons.analytics.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.response.Responses;
import org.mentoringcommons.exchange.ParentMissing;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/** Keeps the codings of responses that are here. */
@ApplicationScoped
class CodingIntake implements Subscription<CodingState> {

    private final Codings codings;
    private final Responses responses;
    private final Versions versions;

    CodingIntake(Codings codings, Responses responses, Versions versions) {
        this.versions = versions;
        this.codings = codings;
        this.responses = responses;
    }

    @Override
    public String topic() {
        return "codings";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.coding.v1";
    }

    @Override
    public Class<CodingState> state() {
        return CodingState.class;
    }

    @Override
    public Set<String> after() {
        return Set.of("responses");
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public void apply(Received<CodingState> fact) {
        if (fact.tenant().isEmpty()) {
            throw new Unacceptable("a coding belongs to an institution");
        }
        versions.raise();
        Coding.Text text = text(fact.key());
        fact.state().ifPresentOrElse(now -> record(text, now), () -> codings.find(text)
                .ifPresent(codings::remove));
    }

    private void record(Coding.Text text, CodingState now) {
        if (responses.haveErased(text.response())) {
            return; // superseded: a coding goes with its answer
        }
        if (!responses.contain(text.response())) {
            throw new ParentMissing("responses", text.response().toString());
        }
        Coding coding = codings.find(text).orElse(null);
        if (coding == null) {
            coding = new Coding(text);
            coding.become(now);
            codings.add(coding);
        } else {
            coding.become(now);
        }
    }

    /** The key is {@code <response>:<item>}; an item's key may itself contain a colon, a response's id never. */
    private static Coding.Text text(String key) {
        int colon = key.indexOf(':');
        try {
            return new Coding.Text(UUID.fromString(key.substring(0, colon)), key.substring(colon + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new Unacceptable("the key is not that of a coding");
        }
    }
}
