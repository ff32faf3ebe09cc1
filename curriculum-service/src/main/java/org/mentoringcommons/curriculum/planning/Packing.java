package org.mentoringcommons.curriculum.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringcommons.curriculum.catalog.CurriculumModule;

/**
 * Modules laid into sessions in the order they are taught, whole where that is possible. A module goes on in the next
 * session only if otherwise something required would not fit.
 *
 * @param sessions what falls into each
 * @param leftOut what fitted nowhere
 */
record Packing(List<List<Proposal.Item>> sessions, List<CurriculumModule> leftOut) {

    /** Everything required, then each optional module that takes the place of nothing. */
    static Packing best(List<CurriculumModule> modules, List<Integer> minutes) {
        List<CurriculumModule> chosen = new ArrayList<>(
                modules.stream().filter(CurriculumModule::required).toList());
        int without = of(chosen, minutes).leftOut().size();
        for (CurriculumModule optional : modules) {
            if (!optional.required()) {
                List<CurriculumModule> more = modules.stream()
                        .filter(module -> chosen.contains(module) || module == optional)
                        .toList();
                if (of(more, minutes).leftOut().size() == without) {
                    chosen.add(optional);
                }
            }
        }
        Packing packed = of(modules.stream().filter(chosen::contains).toList(), minutes);
        return new Packing(
                packed.sessions(),
                modules.stream()
                        .filter(module ->
                                !chosen.contains(module) || packed.leftOut().contains(module))
                        .toList());
    }

    private static Packing of(List<CurriculumModule> modules, List<Integer> minutes) {
        Packing whole = whole(modules, minutes);
        return whole.leftOut().isEmpty() ? whole : divided(modules, minutes);
    }

    private static Packing whole(List<CurriculumModule> modules, List<Integer> minutes) {
        List<List<Proposal.Item>> sessions = empty(minutes);
        List<CurriculumModule> leftOut = new ArrayList<>();
        int at = 0;
        int free = minutes.get(0);
        for (CurriculumModule module : modules) {
            int next = at;
            int room = free;
            while (room < module.minutes() && next + 1 < minutes.size()) {
                next++;
                room = minutes.get(next);
            }
            if (room < module.minutes()) {
                leftOut.add(module);
            } else {
                at = next;
                free = room - module.minutes();
                sessions.get(at).add(item(module, module.minutes(), false));
            }
        }
        return new Packing(sessions, leftOut);
    }

    private static Packing divided(List<CurriculumModule> modules, List<Integer> minutes) {
        List<List<Proposal.Item>> sessions = empty(minutes);
        List<CurriculumModule> leftOut = new ArrayList<>();
        int at = 0;
        int free = minutes.get(0);
        for (CurriculumModule module : modules) {
            int rest = module.minutes();
            int room = free
                    + minutes.stream().skip(at + 1L).mapToInt(Integer::intValue).sum();
            if (room < rest) {
                leftOut.add(module);
                continue;
            }
            while (rest > 0) {
                if (free == 0) {
                    free = minutes.get(++at);
                }
                int now = Math.min(rest, free);
                sessions.get(at).add(item(module, now, rest < module.minutes()));
                rest -= now;
                free -= now;
            }
        }
        return new Packing(sessions, leftOut);
    }

    private static List<List<Proposal.Item>> empty(List<Integer> minutes) {
        return Stream.<List<Proposal.Item>>generate(ArrayList::new)
                .limit(minutes.size())
                .toList();
    }

    private static Proposal.Item item(CurriculumModule module, int minutes, boolean continued) {
        return new Proposal.Item(module.key(), module.title(), module.required(), minutes, continued);
    }
}
