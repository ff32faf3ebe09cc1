package org.mentoringcommons.curriculum.agreement;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.Mock;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A mail server that keeps everything, may be away, and may be where a crash happens. */
@Mock
@Singleton
class TestPost extends Post {

    /** A mail that was sent. */
    record Sent(String address, String subject, String text, URI end) {}

    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean away;
    private volatile boolean crashing;

    TestPost(ReactiveMailer mailer, Vertx vertx) {
        super(mailer, vertx, "localhost", 25, Duration.ZERO);
    }

    void reset(boolean isAway, boolean crashes) {
        sent.clear();
        away = isAway;
        crashing = crashes;
    }

    List<Sent> to(String address) {
        return sent.stream().filter(mail -> mail.address().equals(address)).toList();
    }

    @Override
    boolean isThere() {
        return !away;
    }

    @Override
    void send(String address, Letter letter) {
        if (crashing) {
            throw new IllegalStateException("as if the machine had gone down here");
        }
        sent.add(new Sent(address, letter.subject(), letter.text(), letter.end()));
    }
}
