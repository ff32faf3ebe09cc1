package org.mentoringcommons.survey.mailing;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server. */
@Singleton
class Post {

    private static final int PATIENCE_MILLIS = 3_000;

    private final Mailer mailer;
    private final String host;
    private final int port;

    Post(
            Mailer mailer,
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") int port) {
        this.mailer = mailer;
        this.host = host;
        this.port = port;
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

    /** @throws Refused if the mail was certainly not taken; after any other failure it may be on its way */
    void send(String address, Letter letter) {
        try {
            mailer.send(Mail.withText(address, letter.subject(), letter.text()));
        } catch (RuntimeException failure) {
            throw Refused.by(failure).map(RuntimeException.class::cast).orElse(failure);
        }
    }
}
