package org.mentoringcommons.curriculum.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * The curricula that come with the software, written by this project: packages like any other, except that they share
 * their worksheets, which are put into each of them here.
 */
final class Starter {

    private static final String FOLDER = "/starter/";

    private Starter() {}

    /** All of them, sources before what was adapted from them. */
    static List<CurriculumPackage> packages() {
        return text("packages.txt").lines().map(Starter::whole).toList();
    }

    private static CurriculumPackage whole(String folder) {
        Map<String, String> files = new LinkedHashMap<>();
        String text = text(folder + "/" + Manifest.FILE);
        Manifest manifest = Manifest.read(text);
        files.put(Manifest.FILE, text);
        for (Manifest.Module module : manifest.modules()) {
            for (String part : module.parts()) {
                String file = "modules/" + module.key() + "/" + part;
                files.put(file, text(folder + "/" + file));
            }
        }
        for (String key : manifest.worksheetKeys()) {
            String file = CurriculumPackage.worksheetFile(key);
            files.put(file, text(file));
        }
        return CurriculumPackage.of(files);
    }

    private static String text(String name) {
        try (InputStream file = Starter.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the starter content lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
