package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the stack's sink has kept. */
final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private Mails() {}

    /** The first link in the last mail to an address. */
    static String lastLink(Path folder, String address) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> mails = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mails::text)
                    .filter(mail -> mail.contains(address))
                    .toList();
            assertThat(mails).as("mails to " + address).isNotEmpty();
            Matcher link = LINK.matcher(mails.get(mails.size() - 1));
            assertThat(link.find()).isTrue();
            return link.group();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            // quoted-printable: lines are joined again, and =3D is the equals sign
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replace("=\r\n", "")
                    .replace("=3D", "=");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
