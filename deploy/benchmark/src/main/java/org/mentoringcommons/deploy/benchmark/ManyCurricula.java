package org.mentoringcommons.deploy.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of curricula that are all of the same size and none like another: each of a few thousand words, some frequent. */
final class ManyCurricula {

    private static final int WORDS = 5_000;
    private static final int IN_A_PART = 120;
    private static final String SYLLABLES = "bafedogukalemironusapetoviwexazu";

    private ManyCurricula() {}

    static String key(int number) {
        return "benchmark-" + number;
    }

    static String module(int number) {
        return "module-" + number;
    }

    /** The same for the same number. */
    static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = Math.floorMod(number, WORDS) + WORDS; rest > 0; rest /= SYLLABLES.length() / 2) {
            int syllable = rest % (SYLLABLES.length() / 2) * 2;
            word.append(SYLLABLES, syllable, syllable + 2);
        }
        return word.toString();
    }

    static byte[] zip(int number, int modules) {
        Random random = new Random(number);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringJoiner listed = new StringJoiner(",\n");
            for (int module = 0; module < modules; module++) {
                listed.add(
                        """
                        {"key": "%s", "title": "%s %s", "minutes": 30, "required": true, "parts": ["text.md"]}"""
                                .formatted(module(module), word(random.nextInt(WORDS)), word(random.nextInt(WORDS))));
                put(
                        zip,
                        "modules/" + module(module) + "/text.md",
                        "---\nkind: passage\ntitle: Text\n---\n\n" + text(random) + "\n");
            }
            put(
                    zip,
                    "curriculum.json",
                    """
                    {"format": "mentoring-commons-curriculum/1",
                     "curriculum": {"key": "%s", "title": "Benchmark %d", "audience": "mentee"},
                     "version": "1.0.0", "languages": ["en"], "licence": "CC-BY-4.0", "changes": "First edition.",
                     "modules": [%s]}"""
                            .formatted(key(number), number, listed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Words of low numbers are frequent, as some words of every language are. */
    private static String text(Random random) {
        StringJoiner text = new StringJoiner(" ");
        for (int at = 0; at < IN_A_PART; at++) {
            text.add(word((int) (WORDS * Math.pow(random.nextDouble(), 3))));
        }
        return text + ".";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
