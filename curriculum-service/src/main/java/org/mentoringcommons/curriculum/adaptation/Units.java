package org.mentoringcommons.curriculum.adaptation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * A package taken apart into what can be merged on its own, each with a text that says all of it: {@code about/licence},
 * {@code modules/KEY} (a module without its parts), files by their paths, and the orders {@code order} of the modules and
 * {@code modules/KEY/order} of a module's parts.
 */
final class Units {

    static final String ORDER = "order";

    private final CurriculumPackage whole;
    private final Map<String, String> texts = new LinkedHashMap<>();

    Units(CurriculumPackage whole) {
        this.whole = whole;
        Manifest manifest = whole.manifest();
        about("licence", manifest.licence());
        about("attribution", manifest.attribution());
        about("citation", manifest.citation());
        about("evidence", manifest.evidence());
        manifest.modules().forEach(module -> texts.put(module(module.key()), said(module)));
        Map<String, String> files = new LinkedHashMap<>(whole.files());
        files.remove(Manifest.FILE);
        texts.putAll(files);
    }

    private void about(String name, String text) {
        if (text != null) {
            texts.put("about/" + name, text);
        }
    }

    private static String said(Manifest.Module module) {
        return Stream.of(
                        "title: " + module.title(),
                        "minutes: " + module.minutes(),
                        "required: " + module.isRequired(),
                        "competency: " + Objects.requireNonNullElse(module.competency(), "none"),
                        "audiences: " + (module.audiences() == null ? "all" : String.join(", ", module.audiences())))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }

    static String module(String key) {
        return "modules/" + key;
    }

    static String orderOf(String module) {
        return module(module) + "/" + ORDER;
    }

    /** Each unit's text; orders are not among them, since they depend on what is compared. */
    Map<String, String> texts() {
        return texts;
    }

    List<String> modules() {
        return whole.manifest().modules().stream().map(Manifest.Module::key).toList();
    }

    List<String> parts(String module) {
        return whole.parts(module).stream()
                .map(part -> CurriculumPackage.partFile(module, part.key()))
                .toList();
    }

    Manifest.Module described(String module) {
        return whole.manifest().modules().stream()
                .filter(one -> one.key().equals(module))
                .findFirst()
                .orElse(null);
    }

    CurriculumPackage whole() {
        return whole;
    }

    /** Of a list, what is in the others too. */
    static List<String> common(List<String> list, Collection<String> one, Collection<String> other) {
        return list.stream()
                .filter(key -> one.contains(key) && other.contains(key))
                .toList();
    }
}
