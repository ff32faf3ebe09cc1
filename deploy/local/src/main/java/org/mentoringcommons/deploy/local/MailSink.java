package org.mentoringcommons.deploy.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes every mail of this machine's exchange, delivers none, and keeps each as a file {@code mails/<time>-<n>.eml} of
 * the state folder: only as much SMTP as our own senders speak. Mailboxes at {@code full.example} are always full.
 */
final class MailSink implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_MAIL = 5_000_000;
    private static final String FULL = "@full.example>";

    private final Path folder;
    private final ServerSocket listener;
    private final ExecutorService conversations = Executors.newCachedThreadPool(MailSink::daemon);
    private final AtomicLong number = new AtomicLong();

    private MailSink(Path folder, ServerSocket listener) {
        this.folder = folder;
        this.listener = listener;
    }

    static MailSink start(Settings settings) {
        try {
            Path folder = Files.createDirectories(settings.mails());
            MailSink sink = new MailSink(
                    folder, new ServerSocket(settings.ports().smtp(), 50, InetAddress.getLoopbackAddress()));
            sink.conversations.execute(sink::listen);
            return sink;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot take mails on port " + settings.ports().smtp() + ".", e);
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                caller.setSoTimeout(PATIENCE_MILLIS);
                conversations.execute(() -> converse(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket caller) {
        try (caller;
                // one character a byte: a mail is kept as it came
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = caller.getOutputStream()) {
            say(out, "220 mail sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (word) {
                    case "RCPT" ->
                        say(out, line.toLowerCase(Locale.ROOT).contains(FULL) ? "452 4.2.2 mailbox full" : "250 ok");
                    case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(out, "250 ok");
                    case "DATA" -> {
                        say(out, "354 go on");
                        say(out, keep(in) ? "250 kept" : "552 too long");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "502 not spoken here");
                }
            }
        } catch (IOException gone) {
            return; // the sender sees that nothing was kept
        }
    }

    /** Whole or not at all: whoever watches the folder never reads half a mail. */
    private boolean keep(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the sender went away");
            }
            if (mail.length() <= LONGEST_MAIL) {
                mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
            }
        }
        if (mail.length() > LONGEST_MAIL) {
            return false;
        }
        String name = System.currentTimeMillis() + "-" + number.incrementAndGet() + ".eml";
        Path written = Files.writeString(folder.resolve(name + ".part"), mail, StandardCharsets.ISO_8859_1);
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            conversations.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mail");
        thread.setDaemon(true);
        return thread;
    }
}
