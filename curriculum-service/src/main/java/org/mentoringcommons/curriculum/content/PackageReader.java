package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a package to its end, whatever is wrong on the way, so that its author is told everything at once. */
final class PackageReader {

    private final Map<String, String> files;
    private final Faults faults;
    private final Set<String> named = new HashSet<>();
    private final Map<String, List<CurriculumPackage.PartText>> parts = new LinkedHashMap<>();
    private final List<WorksheetFile> worksheets = new ArrayList<>();

    PackageReader(Map<String, String> files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    Optional<CurriculumPackage> read() {
        String text = files.get(Manifest.FILE);
        if (text == null) {
            faults.add(Manifest.FILE, 0, "is missing: a package has its manifest at its top");
            return Optional.empty();
        }
        named.add(Manifest.FILE);
        Optional<JsonNode> node = Schemas.MANIFEST.read(Manifest.FILE, text, faults);
        if (node.isEmpty()) {
            readWhatIsThere();
            return Optional.empty();
        }
        Manifest manifest = node.map(Schemas.MANIFEST.as(Manifest.class)).orElseThrow();
        checkSource(manifest, node.get());
        manifest.worksheetKeys().forEach(this::readWorksheet);
        readModules(manifest, node.get().get("modules"));
        files.keySet().stream()
                .filter(file -> !named.contains(file))
                .forEach(file -> faults.add(file, 0, "is not named by the manifest"));
        return faults.any() ? Optional.empty() : Optional.of(CurriculumPackage.of(manifest, text, parts, worksheets));
    }

    /** Without a manifest that can be trusted, files are read by what they are called. */
    private void readWhatIsThere() {
        files.forEach((file, text) -> {
            if (file.endsWith(".md")) {
                PartFile.read(file, file, text, faults);
            } else if (file.startsWith("worksheets/")) {
                WorksheetFile.read(file, file, text, faults);
            }
        });
    }

    private void checkSource(Manifest manifest, JsonNode node) {
        Manifest.Source source = manifest.adaptedFrom();
        if (source != null
                && source.curriculum().equals(manifest.curriculum().key())
                && source.version().equals(manifest.version())) {
            faults.add(Manifest.FILE, Schemas.line(node.get("adaptedFrom")), "a version cannot be adapted from itself");
        }
    }

    private void readWorksheet(String key) {
        String file = CurriculumPackage.worksheetFile(key);
        text(file).flatMap(text -> WorksheetFile.read(file, key, text, faults)).ifPresent(worksheets::add);
    }

    private void readModules(Manifest manifest, JsonNode nodes) {
        Set<String> keys = new HashSet<>();
        for (int at = 0; at < manifest.modules().size(); at++) {
            Manifest.Module module = manifest.modules().get(at);
            int line = Schemas.line(nodes.get(at));
            if (!keys.add(module.key())) {
                faults.add(Manifest.FILE, line, "the module " + module.key() + " appears before");
            } else {
                readParts(module, line, manifest);
            }
        }
    }

    private void readParts(Manifest.Module module, int line, Manifest manifest) {
        List<CurriculumPackage.PartText> read = new ArrayList<>();
        for (String name : module.parts()) {
            String key = name.substring(0, name.length() - ".md".length());
            String file = CurriculumPackage.partFile(module.key(), key);
            text(file).ifPresent(text -> PartFile.read(file, key, text, faults).ifPresent(part -> {
                checkWorksheet(file, part, manifest);
                read.add(new CurriculumPackage.PartText(part, text));
            }));
        }
        int minutes = read.stream()
                .map(text -> text.part().head().minutes())
                .mapToInt(one -> one == null ? 0 : one)
                .sum();
        if (minutes > module.minutes()) {
            faults.add(
                    Manifest.FILE,
                    line,
                    "the parts of " + module.key() + " take " + minutes + " minutes, the module " + module.minutes());
        }
        parts.put(module.key(), List.copyOf(read));
    }

    private void checkWorksheet(String file, Part part, Manifest manifest) {
        if (part instanceof Part.WorksheetReference reference
                && !manifest.worksheetKeys().contains(reference.worksheet())) {
            faults.add(
                    file, 0, "refers to the worksheet " + reference.worksheet() + ", which the manifest does not name");
        }
    }

    private Optional<String> text(String file) {
        named.add(file);
        String text = files.get(file);
        if (text == null) {
            faults.add(file, 0, "is missing, though the manifest names it");
        }
        return Optional.ofNullable(text);
    }
}
