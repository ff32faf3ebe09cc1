package org.mentoringcommons.analytics.study;

import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** Whether an inclusion rule can hold for any workshop: its words, its bounds, and that what it names exists. */
record InclusionCheck(Inclusion inclusion, StudyInstruments instruments, Curricula curricula, Objections objections) {

    static final Set<String> AUDIENCES = Set.of("mentee", "mentor", "combined");
    static final Set<String> MODES = Set.of("in_person", "online", "hybrid");

    void run(boolean ahead) {
        for (int i = 0; i < inclusion.audiences().size(); i++) {
            objections.unlessOneOf(
                    "inclusion.audiences[" + i + "]", inclusion.audiences().get(i), AUDIENCES);
        }
        for (int i = 0; i < inclusion.modes().size(); i++) {
            objections.unlessOneOf(
                    "inclusion.modes[" + i + "]", inclusion.modes().get(i), MODES);
        }
        if (inclusion.from() != null && inclusion.to() != null && inclusion.to().isBefore(inclusion.from())) {
            objections.add("inclusion.to", "lies before inclusion.from");
        }
        if (inclusion.maximumMinutes() != null && inclusion.maximumMinutes() < inclusion.minimumMinutes()) {
            objections.add("inclusion.maximumMinutes", "is below inclusion.minimumMinutes");
        }
        if (!ahead) {
            knownCurricula();
            knownInstruments();
        }
        knownModules(ahead);
    }

    private void knownCurricula() {
        for (int i = 0; i < inclusion.curricula().size(); i++) {
            if (!curricula.know(inclusion.curricula().get(i))) {
                objections.add("inclusion.curricula[" + i + "]", unknown("no workshop of this curriculum"));
            }
        }
    }

    private void knownInstruments() {
        for (int i = 0; i < inclusion.instruments().size(); i++) {
            InstrumentReference reference = inclusion.instruments().get(i);
            if (!instruments.structures().containsKey(reference)) {
                objections.add("inclusion.instruments[" + i + "]", unknown("no wave with this version"));
            }
        }
    }

    /** Modules are known as far as delivered workshops tell; of a curriculum that tells nothing, nothing is refused. */
    private void knownModules(boolean ahead) {
        List<Set<String>> covered =
                inclusion.curricula().stream().map(curricula::modules).toList();
        boolean everyOneTells = !ahead && covered.stream().noneMatch(Set::isEmpty);
        for (int i = 0; everyOneTells && i < inclusion.modules().size(); i++) {
            String module = inclusion.modules().get(i);
            if (covered.stream().noneMatch(modules -> modules.contains(module))) {
                objections.add("inclusion.modules[" + i + "]", "no workshop of these curricula covered this module");
            }
        }
    }

    private static String unknown(String what) {
        return what + " is known; declare with 'ahead': true if the first one is still to come";
    }
}
