package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @TempDir
    private Path data;

    @Test
    void a_mail_is_kept_as_it_came() throws IOException {
        Settings settings = Settings.forTest(data);
        try (MailSink sink = MailSink.start(settings)) {
            assertThat(sink).isNotNull();

            List<String> answers = say(
                    settings,
                    "EHLO here",
                    "MAIL FROM:<a@x.example>",
                    "RCPT TO:<b@x.example>",
                    "DATA",
                    "Subject: Hello\r\n\r\n..a line with a dot\r\nthe end\r\n.",
                    "QUIT");

            assertThat(answers)
                    .extracting(answer -> answer.substring(0, 3))
                    .containsExactly("220", "250", "250", "250", "354", "250", "221");
            assertThat(mails(settings))
                    .singleElement()
                    .isEqualTo("Subject: Hello\r\n\r\n.a line with a dot\r\nthe end\r\n");
        }
    }

    @Test
    void some_mailboxes_are_always_full_so_that_it_can_be_seen_what_becomes_of_their_mails() throws IOException {
        Settings settings = Settings.forTest(data);
        try (MailSink sink = MailSink.start(settings)) {
            assertThat(sink).isNotNull();

            assertThat(say(settings, "RCPT TO:<ann@full.example>", "RCPT TO:<bob@x.example>", "QUIT"))
                    .containsExactly("220 mail sink", "452 4.2.2 mailbox full", "250 ok", "221 bye");
        }
    }

    @Test
    void of_a_sender_who_goes_away_nothing_is_kept() throws IOException {
        Settings settings = Settings.forTest(data);
        try (MailSink sink = MailSink.start(settings)) {
            assertThat(sink).isNotNull();

            say(settings, "DATA");
            say(settings, "EHLO here", "QUIT");

            assertThat(mails(settings)).isEmpty();
        }
    }

    private static List<String> say(Settings settings, String... lines) throws IOException {
        try (Socket sink = new Socket(
                        InetAddress.getLoopbackAddress(), settings.ports().smtp());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(sink.getInputStream(), StandardCharsets.US_ASCII))) {
            List<String> answers = new java.util.ArrayList<>(List.of(in.readLine()));
            for (String line : lines) {
                sink.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                answers.add(in.readLine());
            }
            return answers;
        }
    }

    private static List<String> mails(Settings settings) throws IOException {
        try (Stream<Path> files = Files.list(settings.mails())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(MailSinkTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
