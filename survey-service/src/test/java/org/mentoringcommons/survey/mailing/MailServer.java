package org.mentoringcommons.survey.mailing;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Speaks SMTP, and refuses what it is told to. */
class MailServer implements AutoCloseable {

    static final String HANGS_UP = "";
    static final String SAYS_NOTHING = " ";

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Vertx vertx = Vertx.vertx();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    /** What it answers to the address and to the mail; null: takes it. */
    volatile Function<String, String> toAddress = address -> null;

    volatile Function<String, String> toMail = address -> null;

    MailServer() throws IOException {
        inBackground(this::open);
    }

    /** The addresses of mails it took, in order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** As the service's: the same client underneath. */
    Post post(Duration patience) {
        MailClient client = MailClient.create(
                vertx, new MailConfig().setHostname("127.0.0.1").setPort(door.getLocalPort()));
        ReactiveMailer mailer = mails -> Uni.createFrom()
                .deferred(() -> client.sendMail(new MailMessage(
                        "no-reply@example.org", mails[0].getTo().get(0), mails[0].getSubject(), mails[0].getText())))
                .replaceWithVoid();
        return new Post(mailer, vertx, "127.0.0.1", door.getLocalPort(), patience);
    }

    private void open() {
        try {
            while (true) {
                Socket caller = door.accept();
                inBackground(() -> talk(caller));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 mail.example.org ESMTP");
            String address = null;
            String line;
            while ((line = in.readLine()) != null) {
                if (line.startsWith("RCPT TO:<")) {
                    address = line.substring(9, line.indexOf('>'));
                    String refusal = toAddress.apply(address);
                    say(caller, refusal == null ? "250 2.1.5 fine" : refusal);
                } else if (line.equals("DATA")) {
                    say(caller, "354 go on");
                    while (!in.readLine().equals(".")) {}
                    String refusal = toMail.apply(address);
                    if (HANGS_UP.equals(refusal)) {
                        return;
                    }
                    if (refusal == null) {
                        taken.add(address);
                    }
                    if (!SAYS_NOTHING.equals(refusal)) {
                        say(caller, refusal == null ? "250 2.0.0 taken" : refusal);
                    }
                } else if (line.equals("QUIT")) {
                    say(caller, "221 2.0.0 bye");
                    return;
                } else {
                    say(caller, "250 mail.example.org");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
        vertx.closeAndAwait();
    }
}
