package org.mentoringcommons.curriculum.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version whole: its manifest, its parts by module, its worksheets, and the files they were read from, in one order
 * whatever the order they came in.
 */
public final class CurriculumPackage {

    private final Manifest manifest;
    private final String manifestText;
    private final Map<String, List<PartText>> parts;
    private final List<WorksheetFile> worksheets;

    /** A part with the file it was read from. */
    public record PartText(Part part, String source) {

        public String key() {
            return part.head().key();
        }
    }

    private CurriculumPackage(
            Manifest manifest, String manifestText, Map<String, List<PartText>> parts, List<WorksheetFile> worksheets) {
        this.manifest = manifest;
        this.manifestText = manifestText;
        this.parts = parts;
        this.worksheets = worksheets;
    }

    /**
     * Reads files by their paths.
     *
     * @return the package, or nothing if faults were added
     */
    public static Optional<CurriculumPackage> read(Map<String, String> files, Faults faults) {
        return new PackageReader(files, faults).read();
    }

    /** Of files known to be right. */
    public static CurriculumPackage of(Map<String, String> files) {
        Faults faults = new Faults();
        return read(files, faults)
                .orElseThrow(() -> new IllegalStateException("a stored package cannot be read: "
                        + faults.all().get(0).place()));
    }

    /** A version that was drafted without texts. */
    public static CurriculumPackage withoutTexts(Manifest manifest) {
        return new CurriculumPackage(manifest, manifest.write(), Map.of(), List.of());
    }

    static CurriculumPackage of(
            Manifest manifest, String text, Map<String, List<PartText>> parts, List<WorksheetFile> worksheets) {
        return new CurriculumPackage(manifest, text, parts, worksheets);
    }

    public Manifest manifest() {
        return manifest;
    }

    public String manifestText() {
        return manifestText;
    }

    /** The parts of a module of the manifest, in order. */
    public List<PartText> parts(String module) {
        return parts.getOrDefault(module, List.of());
    }

    public List<WorksheetFile> worksheets() {
        return worksheets;
    }

    /** Every file by its path: the manifest, the modules in the order they are taught, the worksheets. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, manifestText);
        for (Manifest.Module module : manifest.modules()) {
            for (PartText part : parts(module.key())) {
                files.put(partFile(module.key(), part.key()), part.source());
            }
        }
        worksheets.forEach(worksheet -> files.put(worksheetFile(worksheet.key()), worksheet.source()));
        return files;
    }

    /** Of all files; the same if, and only if, nothing differs. */
    public String digest() {
        MessageDigest digest = sha256();
        files().forEach((path, text) -> {
            for (String one : new ArrayList<>(List.of(path, text))) {
                byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String partFile(String module, String part) {
        return "modules/" + module + "/" + part + ".md";
    }

    public static String worksheetFile(String worksheet) {
        return "worksheets/" + worksheet + ".json";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
