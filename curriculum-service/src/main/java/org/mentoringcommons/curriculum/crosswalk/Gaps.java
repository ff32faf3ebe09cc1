package org.mentoringcommons.curriculum.crosswalk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Competency;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Measures;
import org.mentoringcommons.curriculum.crosswalk.NewCrosswalk.Trains;

/**
 * Where a crosswalk leads nowhere, either way: what is taught and not measured, and what is measured and not taught.
 *
 * @param modulesOfNoCompetency taught, and no competency named for it
 * @param modulesOfNoScale taught, and nothing measures what it trains
 * @param competenciesOfNoModule nobody teaches it
 * @param competenciesOfNoScale nothing measures it
 * @param scalesOfNoModule measured, and no module trains it
 */
record Gaps(
        List<Module> modulesOfNoCompetency,
        List<Module> modulesOfNoScale,
        List<String> competenciesOfNoModule,
        List<String> competenciesOfNoScale,
        List<Scale> scalesOfNoModule) {

    @Schema(name = "GapModule")
    record Module(String curriculum, String version, String module) {}

    @Schema(name = "GapScale")
    record Scale(String instrument, String scale) {}

    /**
     * @param taught the modules of each version in scope
     */
    static Gaps of(NewCrosswalk said, Map<NewCrosswalk.Scope, List<String>> taught) {
        Set<String> trained = said.modules().stream().map(Trains::competency).collect(Collectors.toSet());
        Set<String> measured = said.scales().stream()
                .map(Measures::competency)
                .filter(competency -> competency != null)
                .collect(Collectors.toSet());
        List<Module> modules = said.curricula().stream()
                .flatMap(scope -> taught.get(scope).stream()
                        .map(module -> new Module(scope.curriculum(), scope.version(), module)))
                .toList();
        return new Gaps(
                modules.stream()
                        .filter(module -> competencies(said, module).isEmpty())
                        .toList(),
                modules.stream()
                        .filter(module -> competencies(said, module).stream().noneMatch(measured::contains))
                        .toList(),
                keys(said.competencies(), trained),
                keys(said.competencies(), measured),
                said.scales().stream()
                        .collect(Collectors.groupingBy(
                                scale -> new Scale(scale.instrument(), scale.scale()),
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(
                                        scale -> scale.competency() != null && trained.contains(scale.competency()),
                                        Collectors.toList())))
                        .entrySet()
                        .stream()
                        .filter(scale -> !scale.getValue().contains(true))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Set<String> competencies(NewCrosswalk said, Module module) {
        return said.modules().stream()
                .filter(trains -> trains.curriculum().equals(module.curriculum())
                        && trains.module().equals(module.module()))
                .map(Trains::competency)
                .collect(Collectors.toSet());
    }

    private static List<String> keys(List<Competency> competencies, Set<String> reached) {
        return competencies.stream()
                .map(Competency::key)
                .filter(key -> !reached.contains(key))
                .toList();
    }
}
