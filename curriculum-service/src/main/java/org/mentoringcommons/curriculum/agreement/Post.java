package org.mentoringcommons.curriculum.agreement;

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

    void send(String address, Letter letter) {
        mailer.send(Mail.withText(address, letter.subject(), letter.text())
                .addHeader("List-Unsubscribe", "<" + letter.end() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")); // RFC 8058
    }
}
