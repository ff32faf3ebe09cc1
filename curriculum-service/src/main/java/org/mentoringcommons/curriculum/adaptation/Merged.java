package org.mentoringcommons.curriculum.adaptation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;

/** The package that a merge comes to: ours, with what was taken from upstream, its manifest written anew. */
final class Merged {

    private final ThreeWay threeWay;
    private final Set<String> taken;
    private final Map<String, String> texts;

    private Merged(ThreeWay threeWay, Set<String> taken) {
        this.threeWay = threeWay;
        this.taken = taken;
        this.texts = threeWay.taking(taken);
    }

    /** Empty if faults were added: what was taken does not go together with what was kept. */
    static Optional<CurriculumPackage> of(ThreeWay threeWay, Set<String> taken, Faults faults) {
        return CurriculumPackage.read(new Merged(threeWay, taken).files(), faults);
    }

    private Map<String, String> files() {
        List<Manifest.Module> modules = modules();
        List<String> worksheets = worksheets();
        Manifest ours = threeWay.ours().whole().manifest();
        Manifest theirs = threeWay.theirs().whole().manifest();
        Manifest manifest = new Manifest(
                ours.format(),
                ours.curriculum(),
                ours.version(),
                new Manifest.Source(theirs.curriculum().key(), theirs.version()),
                ours.languages(),
                texts.get("about/licence"),
                texts.get("about/citation"),
                texts.get("about/attribution"),
                ours.changes(),
                texts.get("about/evidence"),
                modules,
                worksheets.isEmpty() ? null : worksheets);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Manifest.FILE, manifest.write());
        for (Manifest.Module module : modules) {
            for (String part : module.parts()) {
                String file = Units.module(module.key()) + "/" + part;
                files.put(file, texts.get(file));
            }
        }
        for (String key : worksheets) {
            String file = CurriculumPackage.worksheetFile(key);
            files.put(file, texts.get(file));
        }
        return files;
    }

    private List<Manifest.Module> modules() {
        Set<String> kept = new LinkedHashSet<>();
        for (String unit : texts.keySet()) {
            String[] steps = unit.split("/");
            if (steps[0].equals("modules")) {
                kept.add(steps[1]); // also for the sake of a part that was kept
            }
        }
        List<Manifest.Module> modules = new ArrayList<>();
        for (String key : ThreeWay.placed(
                kept, threeWay.ours().modules(), threeWay.theirs().modules(), taken.contains(Units.ORDER))) {
            modules.add(described(key).with(parts(key)));
        }
        return modules;
    }

    private Manifest.Module described(String key) {
        Manifest.Module ours = threeWay.ours().described(key);
        Manifest.Module theirs = threeWay.theirs().described(key);
        boolean wanted = taken.contains(Units.module(key));
        return ours == null || wanted && theirs != null ? theirs : ours;
    }

    private List<String> parts(String module) {
        String folder = Units.module(module) + "/";
        Set<String> kept = new LinkedHashSet<>(texts.keySet());
        kept.removeIf(unit -> !unit.startsWith(folder));
        return ThreeWay.placed(
                        kept,
                        threeWay.ours().parts(module),
                        threeWay.theirs().parts(module),
                        taken.contains(Units.orderOf(module)))
                .stream()
                .map(file -> file.substring(folder.length()))
                .toList();
    }

    private List<String> worksheets() {
        return texts.keySet().stream()
                .filter(unit -> unit.startsWith("worksheets/"))
                .map(unit -> unit.substring("worksheets/".length(), unit.length() - ".json".length()))
                .toList();
    }
}
