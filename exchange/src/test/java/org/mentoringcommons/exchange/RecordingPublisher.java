package org.mentoringcommons.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The broker's side of a batch; the real one is met in deploy/acceptance. */
final class RecordingPublisher extends Publisher {

    volatile boolean away;
    private final List<Envelope> published = new ArrayList<>();

    RecordingPublisher() {
        super(Map.of(), "things");
    }

    @Override
    synchronized void publish(List<Envelope> batch) throws PublishingFailed {
        if (away) {
            throw new PublishingFailed(new IllegalStateException("away"));
        }
        published.addAll(batch);
    }

    synchronized List<Envelope> published() {
        return List.copyOf(published);
    }
}
