package org.mentoringcommons.curriculum.crosswalk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.tenancy.Refusal.Violation;

/** Whether everything a crosswalk speaks of is there, and is said once. */
final class CrosswalkCheck {

    private final NewCrosswalk said;
    private final Curricula curricula;
    private final List<Violation> wrong = new ArrayList<>();
    private final Map<NewCrosswalk.Scope, List<String>> taught = new LinkedHashMap<>();

    private CrosswalkCheck(NewCrosswalk said, Curricula curricula) {
        this.said = said;
        this.curricula = curricula;
    }

    /**
     * The modules of each version in scope, in the order they are taught.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming every field that speaks of something that is not there
     */
    static Map<NewCrosswalk.Scope, List<String>> modules(NewCrosswalk said, Curricula curricula) {
        CrosswalkCheck check = new CrosswalkCheck(said, curricula);
        check.all();
        if (!check.wrong.isEmpty()) {
            throw CrosswalkProblem.impossible(check.wrong);
        }
        return check.taught;
    }

    private void all() {
        Set<String> competencies = new HashSet<>();
        each("competencies", said.competencies(), (field, competency) -> {
            if (!competencies.add(competency.key())) {
                wrong.add(new Violation(field + ".key", "appears before"));
            }
        });
        each("curricula", said.curricula(), this::scope);
        Set<String> modules = taught.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(module -> entry.getKey().curriculum() + " " + module))
                .collect(Collectors.toSet());
        once("modules", said.modules());
        each("modules", said.modules(), (field, trains) -> {
            if (!modules.contains(trains.curriculum() + " " + trains.module())) {
                wrong.add(new Violation(field + ".module", "is no module of the curricula named"));
            }
            competency(field, trains.competency(), competencies);
        });
        once("scales", said.scales());
        each("scales", said.scales(), (field, measures) -> {
            if (measures.competency() != null) {
                competency(field, measures.competency(), competencies);
            }
        });
    }

    private void scope(String field, NewCrosswalk.Scope scope) {
        List<String> modules =
                curricula.modules(scope.curriculum(), scope.version()).orElse(null);
        if (modules == null) {
            wrong.add(new Violation(field, "is no published version of the catalog"));
        } else if (taught.put(scope, modules) != null) {
            wrong.add(new Violation(field, "appears before"));
        }
    }

    private void competency(String field, String key, Set<String> competencies) {
        if (!competencies.contains(key)) {
            wrong.add(new Violation(field + ".competency", "is not among the competencies"));
        }
    }

    private void once(String name, List<?> things) {
        Set<Object> seen = new HashSet<>();
        each(name, things, (field, thing) -> {
            if (!seen.add(thing)) {
                wrong.add(new Violation(field, "appears before"));
            }
        });
    }

    private interface Look<T> {
        void at(String field, T thing);
    }

    private static <T> void each(String name, List<T> things, Look<? super T> look) {
        for (int at = 0; at < things.size(); at++) {
            look.at(name + "[" + at + "]", things.get(at));
        }
    }
}
