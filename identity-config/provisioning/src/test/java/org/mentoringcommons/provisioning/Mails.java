package org.mentoringcommons.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What has gone out by mail, as the sink of the local stack kept it. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+(/i/[A-Za-z0-9_-]+)");

    private Mails() {}

    /** All mails to an address, oldest first, without the encoding of the wire. */
    public static List<String> to(String address) {
        Path folder = Path.of(ConfigProvider.getConfig().getValue("test.mails", String.class));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(Mails::text)
                    .filter(mail -> mail.contains(address))
                    .forEach(found::add);
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Path of the link in the last mail to an address. */
    public static String lastLink(String address) {
        List<String> mails = to(address);
        assertThat(mails).isNotEmpty();
        Matcher link = LINK.matcher(mails.get(mails.size() - 1));
        assertThat(link.find()).as(mails.get(mails.size() - 1)).isTrue();
        return link.group(1);
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
