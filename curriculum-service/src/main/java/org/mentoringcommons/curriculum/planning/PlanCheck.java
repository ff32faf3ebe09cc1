package org.mentoringcommons.curriculum.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.CurriculumModule;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;

/** Compares a plan with what its curriculum version asks for. */
public final class PlanCheck {

    /** Below this, published evaluations leave a workshop out. */
    static final int FOUR_HOURS = 240;

    private PlanCheck() {}

    /**
     * A session as far as it is compared.
     *
     * @param number by which it is warned of
     * @param modules the keys of what is planned for it; nothing is said about modules while no session has any
     */
    public record Meeting(int number, int minutes, List<String> modules) {}

    /** Everything that speaks against the plan, in the order of its sessions. */
    public static List<Warning> warnings(TaughtVersion version, Audience audience, List<Meeting> sessions) {
        List<Warning> found = new ArrayList<>();
        int minutes = sessions.stream().mapToInt(Meeting::minutes).sum();
        if (minutes < FOUR_HOURS) {
            found.add(Warning.of(
                    Warning.Kind.BELOW_FOUR_HOURS,
                    "All sessions together last " + minutes
                            + " minutes; below 240, evaluations leave a workshop out."));
        }
        if (!version.addresses(audience)) {
            found.add(Warning.of(
                    Warning.Kind.AUDIENCE_MISMATCH, "The curriculum is written for others than this workshop."));
        }
        if (sessions.stream().anyMatch(session -> !session.modules().isEmpty())) {
            found.addAll(ofModules(version, audience, sessions));
        }
        return found;
    }

    private static List<Warning> ofModules(TaughtVersion version, Audience audience, List<Meeting> sessions) {
        List<Warning> found = new ArrayList<>();
        Set<String> planned =
                sessions.stream().flatMap(session -> session.modules().stream()).collect(Collectors.toSet());
        for (CurriculumModule module : version.modules()) {
            boolean suits = TaughtVersion.suits(module, audience);
            if (suits && module.required() && !planned.contains(module.key())) {
                found.add(required(module));
            } else if (!suits && planned.contains(module.key())) {
                found.add(Warning.ofModule(
                        Warning.Kind.MODULE_FOR_OTHERS, module.key(), "The module is written for others."));
            }
        }
        found.addAll(beyondTheTime(version, sessions));
        return found;
    }

    static Warning required(CurriculumModule module) {
        return Warning.ofModule(
                Warning.Kind.REQUIRED_MODULE_MISSING, module.key(), "The curriculum requires it; it is not planned.");
    }

    /** Modules that go on over several sessions are not counted: how they are shared is nowhere said. */
    private static List<Warning> beyondTheTime(TaughtVersion version, List<Meeting> sessions) {
        Map<String, CurriculumModule> byKey =
                version.modules().stream().collect(Collectors.toMap(CurriculumModule::key, Function.identity()));
        List<Warning> found = new ArrayList<>();
        for (Meeting session : sessions) {
            int needed = session.modules().stream()
                    .filter(key -> byKey.containsKey(key) && times(key, sessions) == 1)
                    .mapToInt(key -> byKey.get(key).minutes())
                    .sum();
            if (needed > session.minutes()) {
                found.add(Warning.ofSession(
                        Warning.Kind.BEYOND_THE_TIME,
                        session.number(),
                        "Its modules take " + needed + " minutes, the session " + session.minutes() + "."));
            }
        }
        return found;
    }

    private static long times(String key, List<Meeting> sessions) {
        return sessions.stream()
                .filter(session -> session.modules().contains(key))
                .count();
    }
}
