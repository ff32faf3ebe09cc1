package org.mentoringcommons.curriculum.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.CurriculumModule;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;

/**
 * An agenda for the time there is: everything required, then as much of the rest as fits, in the order it is taught.
 *
 * @param minutes of all sessions together
 * @param leftOut keys of modules for these people that did not fit
 */
@Schema(
        name = "AgendaProposal",
        examples =
                """
                {"curriculum": "mentoring-up", "version": "1.0.0", "audience": "mentee", "minutes": 240,
                 "sessions": [{"number": 1, "minutes": 240, "spare": 60, "modules": [
                   {"key": "communication", "title": "Effective communication", "required": true, "minutes": 90,
                    "continued": false},
                   {"key": "expectations", "title": "Aligning expectations", "required": true, "minutes": 90,
                    "continued": false}]}],
                 "leftOut": ["independence"], "warnings": []}""")
public record Proposal(
        String curriculum,
        String version,
        Audience audience,
        int minutes,
        List<Sitting> sessions,
        List<String> leftOut,
        List<Warning> warnings) {

    /**
     * One session of the proposal.
     *
     * @param spare minutes for which nothing is proposed
     */
    @Schema(name = "AgendaSession")
    public record Sitting(int number, int minutes, int spare, List<Item> modules) {}

    /**
     * A module, or what of it falls into this session.
     *
     * @param minutes of it in this session
     * @param continued whether it began in the session before
     */
    @Schema(name = "AgendaItem")
    public record Item(String key, String title, boolean required, int minutes, boolean continued) {}

    /**
     * @param minutes of each session
     */
    static Proposal of(TaughtVersion version, Audience audience, List<Integer> minutes) {
        List<CurriculumModule> suited = version.modules().stream()
                .filter(module -> TaughtVersion.suits(module, audience))
                .toList();
        Packing packing = Packing.best(suited, minutes);
        List<Warning> warnings = new ArrayList<>(PlanCheck.warnings(
                version,
                audience,
                IntStream.range(0, minutes.size())
                        .mapToObj(at -> new PlanCheck.Meeting(at + 1, minutes.get(at), List.of()))
                        .toList()));
        packing.leftOut().stream()
                .filter(CurriculumModule::required)
                .map(PlanCheck::required)
                .forEach(warnings::add);
        return new Proposal(
                version.curriculum(),
                version.version(),
                audience,
                minutes.stream().mapToInt(Integer::intValue).sum(),
                IntStream.range(0, minutes.size())
                        .mapToObj(at ->
                                sitting(at, minutes.get(at), packing.sessions().get(at)))
                        .toList(),
                packing.leftOut().stream().map(CurriculumModule::key).toList(),
                warnings);
    }

    private static Sitting sitting(int at, int minutes, List<Item> items) {
        return new Sitting(
                at + 1,
                minutes,
                minutes - items.stream().mapToInt(Item::minutes).sum(),
                items);
    }
}
