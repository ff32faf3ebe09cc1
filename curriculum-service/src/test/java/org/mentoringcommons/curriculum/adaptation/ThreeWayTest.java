package org.mentoringcommons.curriculum.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;

class ThreeWayTest {

    private static final String CASE = "modules/communication/case.md";
    private static final String PLAN = "modules/communication/plan.md";
    private static final String SHEET = "modules/expectations/sheet.md";
    private static final String WORKSHEET = "worksheets/before-we-meet.json";

    @Test
    void what_nobody_changed_is_not_offered() {
        assertThat(threeWay(same(), same()).offers()).isEmpty();
    }

    @Test
    void what_upstream_changed_alone_is_offered_without_conflict() {
        List<Offer> offers = threeWay(same(), changed(CASE, "marmot", "heron")).offers();

        assertThat(offers).singleElement().satisfies(offer -> {
            assertThat(offer.unit()).isEqualTo(CASE);
            assertThat(offer.change()).isEqualTo(Offer.Change.CHANGED);
            assertThat(offer.conflict()).isFalse();
            assertThat(offer.ours()).contains("marmot");
            assertThat(offer.theirs()).contains("heron");
        });
    }

    @Test
    void what_was_changed_here_alone_or_alike_on_both_sides_is_not_offered() {
        assertThat(threeWay(changed(CASE, "marmot", "heron"), same()).offers()).isEmpty();
        assertThat(threeWay(changed(CASE, "marmot", "heron"), changed(CASE, "marmot", "heron"))
                        .offers())
                .isEmpty();
    }

    @Test
    void what_both_changed_otherwise_is_a_conflict() {
        assertThat(threeWay(changed(CASE, "marmot", "otter"), changed(CASE, "marmot", "heron"))
                        .offers())
                .singleElement()
                .matches(Offer::conflict);
    }

    @Test
    void what_was_dropped_here_and_rewritten_there_is_a_conflict_and_stays_dropped_if_kept() {
        ThreeWay threeWay = threeWay(without(CASE), changed(CASE, "marmot", "heron"));

        assertThat(threeWay.offers()).singleElement().matches(Offer::conflict);
        assertThat(merged(threeWay, Set.of()).files()).doesNotContainKey(CASE);
        assertThat(merged(threeWay, Set.of(CASE)).files().get(CASE)).contains("heron");
    }

    @Test
    void a_part_of_a_module_that_was_dropped_here_brings_its_module_back() {
        ThreeWay threeWay = threeWay(withoutModule("communication"), changed(CASE, "marmot", "heron"));

        CurriculumPackage merged = merged(threeWay, Set.of(CASE));

        assertThat(modules(merged)).containsExactly("communication", "expectations");
        assertThat(merged.parts("communication")).hasSize(1);
    }

    @Test
    void what_upstream_removed_goes_unless_it_is_kept() {
        ThreeWay threeWay = threeWay(same(), without(PLAN));

        assertThat(threeWay.offers()).extracting(Offer::unit, Offer::change).containsExactly(tuple(PLAN));
        assertThat(merged(threeWay, Set.of(PLAN)).files()).doesNotContainKey(PLAN);
        assertThat(merged(threeWay, Set.of()).files()).containsKey(PLAN);
    }

    @Test
    void a_module_that_upstream_added_comes_behind_the_one_it_is_behind_there_beside_our_own() {
        CurriculumPackage ours = with(same(), "own", 0);
        CurriculumPackage theirs = with(same(), "new", 1);
        ThreeWay threeWay = threeWay(ours, theirs);

        CurriculumPackage merged = merged(threeWay, units(threeWay));

        assertThat(modules(merged)).containsExactly("own", "communication", "new", "expectations");
        assertThat(merged.manifest().adaptedFrom()).isEqualTo(new Manifest.Source("base", "1.1.0"));
        assertThat(merged.manifest().curriculum().key()).isEqualTo("ours");
    }

    @Test
    void another_order_is_offered_and_taken_without_disturbing_what_is_our_own() {
        ThreeWay threeWay = threeWay(with(same(), "own", 1), swapped());

        assertThat(threeWay.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.unit()).isEqualTo("order");
            assertThat(offer.conflict()).isFalse();
        });
        assertThat(modules(merged(threeWay, Set.of("order")))).containsExactly("expectations", "own", "communication");
        assertThat(modules(merged(threeWay, Set.of()))).containsExactly("communication", "own", "expectations");
    }

    @Test
    void minutes_and_titles_of_a_module_are_one_thing_apart_from_its_parts() {
        ThreeWay threeWay = threeWay(
                changed(CASE, "marmot", "otter"),
                rewritten(manifest -> manifest.replace("\"minutes\" : 45", "\"minutes\" : 50")));

        assertThat(threeWay.offers()).extracting(Offer::unit).containsExactly("modules/communication");
        CurriculumPackage merged = merged(threeWay, units(threeWay));
        assertThat(merged.manifest().modules().get(0).minutes()).isEqualTo(50);
        assertThat(merged.files().get(CASE)).contains("otter");
    }

    @Test
    void what_does_not_go_together_is_named() {
        ThreeWay threeWay = threeWay(same(), without(SHEET, WORKSHEET));
        Faults faults = new Faults();

        Optional<CurriculumPackage> merged = Merged.of(threeWay, Set.of(WORKSHEET), faults);

        assertThat(merged).isEmpty();
        assertThat(faults.all()).singleElement().satisfies(fault -> assertThat(fault.file())
                .isEqualTo(SHEET));
    }

    private static org.assertj.core.groups.Tuple tuple(String removed) {
        return org.assertj.core.groups.Tuple.tuple(removed, Offer.Change.REMOVED);
    }

    private static Set<String> units(ThreeWay threeWay) {
        return new LinkedHashSet<>(threeWay.offers().stream().map(Offer::unit).toList());
    }

    private static CurriculumPackage merged(ThreeWay threeWay, Set<String> taken) {
        Faults faults = new Faults();
        Optional<CurriculumPackage> merged = Merged.of(threeWay, taken, faults);
        assertThat(faults.all()).isEmpty();
        return merged.orElseThrow();
    }

    private static List<String> modules(CurriculumPackage whole) {
        return whole.manifest().modules().stream().map(Manifest.Module::key).toList();
    }

    private static ThreeWay threeWay(CurriculumPackage ours, CurriculumPackage theirs) {
        return new ThreeWay(same(), renamed(ours, "ours", "1.0.0"), renamed(theirs, "base", "1.1.0"));
    }

    private static CurriculumPackage renamed(CurriculumPackage whole, String key, String version) {
        Manifest was = whole.manifest();
        return of(
                whole.files(),
                new Manifest(
                        was.format(),
                        new Manifest.Work(
                                key, was.curriculum().title(), was.curriculum().audience()),
                        version,
                        was.adaptedFrom(),
                        was.languages(),
                        was.licence(),
                        was.citation(),
                        was.attribution(),
                        was.changes(),
                        was.evidence(),
                        was.modules(),
                        was.worksheets()));
    }

    private static CurriculumPackage same() {
        return CurriculumPackage.of(Packages.files("base", "1.0.0"));
    }

    private static CurriculumPackage changed(String file, String from, String to) {
        Map<String, String> files = new LinkedHashMap<>(same().files());
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
        assertThat(files).isNotEqualTo(same().files());
        return CurriculumPackage.of(files);
    }

    private static CurriculumPackage without(String... dropped) {
        List<String> gone = List.of(dropped);
        return modules(
                same(),
                module -> module.with(module.parts().stream()
                        .filter(part -> !gone.contains("modules/" + module.key() + "/" + part))
                        .toList()),
                gone.contains(WORKSHEET) ? null : List.of("before-we-meet"));
    }

    private static CurriculumPackage withoutModule(String key) {
        return modules(same(), module -> module.key().equals(key) ? null : module, List.of("before-we-meet"));
    }

    private static CurriculumPackage modules(
            CurriculumPackage whole, UnaryOperator<Manifest.Module> change, List<String> worksheets) {
        return listing(
                whole,
                whole.manifest().modules().stream()
                        .map(change)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                worksheets);
    }

    private static CurriculumPackage with(CurriculumPackage whole, String key, int at) {
        List<Manifest.Module> modules =
                new java.util.ArrayList<>(whole.manifest().modules());
        modules.add(at, new Manifest.Module(key, "A module", 30, false, null, null, List.of()));
        return listing(whole, modules, whole.manifest().worksheets());
    }

    private static CurriculumPackage swapped() {
        List<Manifest.Module> modules =
                new java.util.ArrayList<>(same().manifest().modules());
        java.util.Collections.swap(modules, 0, 1);
        return listing(same(), modules, same().manifest().worksheets());
    }

    private static CurriculumPackage listing(
            CurriculumPackage whole, List<Manifest.Module> modules, List<String> worksheets) {
        Manifest was = whole.manifest();
        return of(
                whole.files(),
                new Manifest(
                        was.format(),
                        was.curriculum(),
                        was.version(),
                        was.adaptedFrom(),
                        was.languages(),
                        was.licence(),
                        was.citation(),
                        was.attribution(),
                        was.changes(),
                        was.evidence(),
                        modules,
                        worksheets));
    }

    private static CurriculumPackage rewritten(UnaryOperator<String> change) {
        String manifest = change.apply(same().manifest().write());
        return of(same().files(), Manifest.read(manifest));
    }

    /** With the files that this manifest names, of these. */
    private static CurriculumPackage of(Map<String, String> files, Manifest manifest) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put(Manifest.FILE, manifest.write());
        for (Manifest.Module module : manifest.modules()) {
            for (String part : module.parts()) {
                String file = "modules/" + module.key() + "/" + part;
                named.put(file, files.get(file));
            }
        }
        manifest.worksheetKeys().forEach(key -> {
            String file = CurriculumPackage.worksheetFile(key);
            named.put(file, files.get(file));
        });
        return CurriculumPackage.of(named);
    }
}
