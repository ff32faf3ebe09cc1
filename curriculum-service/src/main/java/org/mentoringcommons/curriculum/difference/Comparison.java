package org.mentoringcommons.curriculum.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.CurriculumPackage.PartText;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.WorksheetFile;
import org.mentoringcommons.curriculum.difference.Difference.Change;

/** Compares two versions module by module and part by part, by their keys. */
public final class Comparison {

    private final CurriculumPackage before;
    private final CurriculumPackage after;

    private Comparison(CurriculumPackage before, CurriculumPackage after) {
        this.before = before;
        this.after = after;
    }

    public static Difference of(CurriculumPackage before, CurriculumPackage after) {
        return new Comparison(before, after).difference();
    }

    private Difference difference() {
        List<Difference.Field> fields = fields(said(before.manifest()), said(after.manifest()));
        List<Difference.Module> modules = modules();
        List<Difference.Sheet> worksheets = worksheets();
        return new Difference(
                version(before),
                version(after),
                fields.isEmpty() && modules.isEmpty() && worksheets.isEmpty(),
                fields,
                modules,
                worksheets);
    }

    private static Difference.Version version(CurriculumPackage whole) {
        return new Difference.Version(
                whole.manifest().curriculum().key(), whole.manifest().version());
    }

    private List<Difference.Module> modules() {
        Map<String, Manifest.Module> then = byKey(before.manifest().modules(), Manifest.Module::key);
        Map<String, Manifest.Module> now = byKey(after.manifest().modules(), Manifest.Module::key);
        Set<String> moved = Order.moved(then.keySet(), now.keySet());
        List<Difference.Module> modules = new ArrayList<>();
        for (String key : union(now, then)) {
            module(key, then.get(key), now.get(key), moved.contains(key)).ifPresent(modules::add);
        }
        return modules;
    }

    private Optional<Difference.Module> module(String key, Manifest.Module then, Manifest.Module now, boolean moved) {
        List<Difference.Field> fields = then == null || now == null ? List.of() : fields(said(then), said(now));
        List<Difference.Part> parts = parts(key);
        boolean same = then != null && now != null && fields.isEmpty() && parts.isEmpty();
        if (same && !moved) {
            return Optional.empty();
        }
        Manifest.Module either = now == null ? then : now;
        return Optional.of(new Difference.Module(key, either.title(), change(then, now, same), moved, fields, parts));
    }

    private List<Difference.Part> parts(String module) {
        Map<String, PartText> then = byKey(before.parts(module), PartText::key);
        Map<String, PartText> now = byKey(after.parts(module), PartText::key);
        Set<String> moved = Order.moved(then.keySet(), now.keySet());
        List<Difference.Part> parts = new ArrayList<>();
        for (String key : union(now, then)) {
            PartText was = then.get(key);
            PartText is = now.get(key);
            boolean same = was != null && is != null && was.source().equals(is.source());
            if (!same || moved.contains(key)) {
                parts.add(new Difference.Part(
                        key,
                        (is == null ? was : is).part().head().title(),
                        change(was, is, same),
                        moved.contains(key),
                        Lines.between(was == null ? "" : was.source(), is == null ? "" : is.source())));
            }
        }
        return parts;
    }

    private List<Difference.Sheet> worksheets() {
        Map<String, WorksheetFile> then = byKey(before.worksheets(), WorksheetFile::key);
        Map<String, WorksheetFile> now = byKey(after.worksheets(), WorksheetFile::key);
        List<Difference.Sheet> sheets = new ArrayList<>();
        for (String key : union(now, then)) {
            WorksheetFile was = then.get(key);
            WorksheetFile is = now.get(key);
            if (was == null || is == null || !was.source().equals(is.source())) {
                sheets.add(new Difference.Sheet(
                        key,
                        (is == null ? was : is).title(),
                        change(was, is, false),
                        Lines.between(was == null ? "" : was.source(), is == null ? "" : is.source())));
            }
        }
        return sheets;
    }

    private static Change change(Object then, Object now, boolean same) {
        if (then == null) {
            return Change.ADDED;
        }
        return now == null ? Change.REMOVED : same ? Change.MOVED : Change.CHANGED;
    }

    private static Map<String, String> said(Manifest manifest) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("title", manifest.curriculum().title());
        said.put("audience", manifest.curriculum().audience());
        said.put("languages", String.join(", ", manifest.languages()));
        said.put("licence", manifest.licence());
        said.put("citation", manifest.citation());
        said.put("attribution", manifest.attribution());
        said.put("evidence", manifest.evidence());
        return said;
    }

    private static Map<String, String> said(Manifest.Module module) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("title", module.title());
        said.put("minutes", Integer.toString(module.minutes()));
        said.put("required", Boolean.toString(module.isRequired()));
        said.put("competency", module.competency());
        said.put("audiences", module.audiences() == null ? null : String.join(", ", module.audiences()));
        return said;
    }

    private static List<Difference.Field> fields(Map<String, String> then, Map<String, String> now) {
        return then.keySet().stream()
                .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                .map(name -> new Difference.Field(name, then.get(name), now.get(name)))
                .toList();
    }

    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
        return things.stream()
                .collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    @SafeVarargs
    private static Set<String> union(Map<String, ?>... maps) {
        return Arrays.stream(maps)
                .flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
