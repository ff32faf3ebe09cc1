package org.mentoringcommons.survey.mailing;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.Mock;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A mail server that keeps everything, may be away, and may be where a crash happens. */
@Mock
@Singleton
public class TestPost extends Post {

    /** A mail that was sent. */
    public record Sent(String address, String subject, String text) {}

    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean away;
    private volatile Predicate<String> crash = address -> false;
    private volatile Post real;

    TestPost(ReactiveMailer mailer, Vertx vertx) {
        super(mailer, vertx, "localhost", 25, Duration.ZERO);
    }

    void reset() {
        sent.clear();
        away = false;
        crash = address -> false;
        real = null;
    }

    /** Sends by this, and keeps what was sent. */
    void through(Post server) {
        real = server;
    }

    void away() {
        away = true;
    }

    void crashAt(Predicate<String> address) {
        crash = address;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    boolean isThere() {
        return !away;
    }

    @Override
    void send(String address, Letter letter) {
        if (crash.test(address)) {
            throw new IllegalStateException("as if the machine had gone down here");
        }
        if (real != null) {
            real.send(address, letter);
        }
        sent.add(new Sent(address, letter.subject(), letter.text()));
    }
}
