package org.mentoringcommons.curriculum.authoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * A zip of texts. What it unpacks to is counted while it is unpacked, whatever it says of itself; names are looked at and
 * never used as paths of this machine.
 */
public final class ZipFiles {

    static final int FILES_AT_MOST = 5_000;
    static final int FILE_AT_MOST = 1 << 20; // bytes
    static final int ALL_AT_MOST = 32 << 20; // bytes

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern LEFT_BY_A_DESKTOP = Pattern.compile("__MACOSX/.*|(.*/)?(\\.DS_Store|Thumbs\\.db)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Faults faults;
    private long unpacked;
    private int entries;

    private ZipFiles(Faults faults) {
        this.faults = faults;
    }

    /** The texts by their paths; one folder around all of them is taken off. What is wrong is added to the faults. */
    public static Map<String, String> read(byte[] zip, Faults faults) {
        return new ZipFiles(faults).unpack(zip);
    }

    private Map<String, String> unpack(byte[] zip) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = in.getNextEntry();
            if (entry == null) {
                faults.add("the package", 0, "is not a zip, or an empty one");
            }
            for (; entry != null; entry = in.getNextEntry()) {
                if (!take(entry, in)) {
                    return Map.of();
                }
            }
        } catch (ZipException damaged) {
            faults.add("the package", 0, "is a damaged zip");
        } catch (IllegalArgumentException badName) {
            faults.add("the package", 0, "names a file in another encoding than UTF-8");
        } catch (IOException failure) {
            faults.add("the package", 0, "ends in the middle of a file");
        }
        return withoutFolder();
    }

    /** False if unpacking has to stop. */
    private boolean take(ZipEntry entry, ZipInputStream in) throws IOException {
        String name = entry.getName();
        if (++entries > FILES_AT_MOST) {
            faults.add("the package", 0, "holds more than " + FILES_AT_MOST + " files");
            return false;
        }
        byte[] bytes = in.readNBytes(FILE_AT_MOST + 1);
        unpacked += bytes.length;
        if (unpacked > ALL_AT_MOST) {
            faults.add("the package", 0, "unpacks to more than " + (ALL_AT_MOST >> 20) + " MB");
            return false;
        }
        if (bytes.length > FILE_AT_MOST) {
            faults.add(shown(name), 0, "is longer than " + (FILE_AT_MOST >> 20) + " MB");
            return false; // what is left of it, whatever it is called, would have to be unpacked to be passed over
        }
        if (entry.isDirectory()
                        && PLAIN.matcher(name.substring(0, name.length() - 1)).matches()
                || LEFT_BY_A_DESKTOP.matcher(name).matches()) {
            return true;
        }
        if (!PLAIN.matcher(name).matches()) {
            faults.add(
                    shown(name),
                    0,
                    "is not a name in the package: letters, digits, . _ - and folders, nothing outside");
        } else if (files.containsKey(name)) {
            faults.add(name, 0, "is there twice");
        } else {
            files.put(name, text(name, bytes));
        }
        return true;
    }

    private String text(String name, byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                checkLine(name, line++, bytes, from, at);
                from = at + 1;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void checkLine(String name, int line, byte[] bytes, int from, int to) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            if (CONTROL.matcher(text).find()) {
                faults.add(name, line, "holds a control character");
            }
            if (line == 1 && text.startsWith("\uFEFF")) {
                faults.add(name, line, "begins with a byte-order mark; save it as UTF-8 without");
            }
        } catch (CharacterCodingException otherEncoding) {
            faults.add(name, line, "is not UTF-8");
        }
    }

    private Map<String, String> withoutFolder() {
        Set<String> tops = files.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .collect(Collectors.toSet());
        if (files.containsKey(Manifest.FILE) || tops.size() != 1 || tops.contains("")) {
            return files;
        }
        int folder = tops.iterator().next().length();
        Map<String, String> inside = new LinkedHashMap<>();
        files.forEach((name, text) -> inside.put(name.substring(folder), text));
        return inside;
    }

    private static String shown(String name) {
        String plain = CONTROL.matcher(name).replaceAll("?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    /** The texts as a zip that is the same, byte by byte, whenever it is written. */
    public static byte[] write(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
