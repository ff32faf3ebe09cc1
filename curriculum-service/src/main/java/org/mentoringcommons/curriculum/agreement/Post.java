package org.mentoringcommons.curriculum.agreement;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server. */
@Singleton
class Post {

    private static final int PATIENCE_MILLIS = 3_000;

    private final ReactiveMailer mailer;
    /**
     * Where mails are sent on, the same for all: a client that is called from anywhere else may miss what the server says
     * first, and wait for it.
     */
    private final Context context;

    private final String host;
    private final int port;
    private final Duration longest;

    Post(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") int port,
            @ConfigProperty(name = "mail.longest", defaultValue = "30s") Duration longest) {
        this.mailer = mailer;
        this.context = vertx.getOrCreateContext();
        this.host = host;
        this.port = port;
        this.longest = longest;
    }

    /** Whether it is worth while to begin: nobody is passed over because the server is away. */
    boolean isThere() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    void send(String address, Letter letter) {
        mailer.send(Mail.withText(address, letter.subject(), letter.text())
                        .addHeader("List-Unsubscribe", "<" + letter.end() + ">")
                        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")) // RFC 8058
                .runSubscriptionOn(context::runOnContext)
                .await()
                .atMost(longest); // a server that falls silent holds up nobody else's mails
    }
}
